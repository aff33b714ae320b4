package avalanche.results.report;

import avalanche.results.evidence.Run;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.GrowthTheory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The places of the charts, incident beside control, and the growth of requests in flight in words. */
final class ChartSection {
    /** One chart, drawn once per run. */
    private record Chart(String id, String title) {}

    private static final List<Chart> CHARTS = List.of(
            new Chart("lives", "Lives and deaths"),
            new Chart("response", "Response time from the intended arrival, log scale"),
            new Chart("inflight", "Requests in flight"),
            new Chart("outcomes", "Outcomes per second"),
            new Chart("traversal", "Traversal time, log scale"),
            new Chart("entries", "Entries in the map"),
            new Chart("memory", "Heap and resident set"),
            new Chart("cpu", "CPU, share of the processors allowed"));

    private ChartSection() {}

    static String html(RunRecord record) {
        List<Run> runs = record.runs().reversed();
        StringBuilder body = new StringBuilder("<p class=\"legend\">Seconds since the first arrival. Shaded: phases. ")
                .append("<span class=\"key fault\">fault on and off</span> <span class=\"key death\">death</span> ")
                .append("<span class=\"key ready\">ready again</span>")
                .append(runs.stream().allMatch(run -> run.intervention() == null)
                        ? ""
                        : " <span class=\"key order\">mitigation ordered, and done</span>")
                .append(". A gap in a line means that there was no answer.")
                .append(runs.size() > 1 ? " Both runs share their scales." : " There is no control to compare with.")
                .append("</p><noscript><p>The charts need JavaScript; every table works without.</p></noscript>\n");
        for (Chart chart : CHARTS) {
            body.append("<div class=\"charts").append(runs.size() > 1 ? "" : " single").append("\"><h3>")
                    .append(Html.text(chart.title())).append("</h3>\n");
            runs.forEach(run -> body.append(place(chart, run)));
            body.append(chart.id().equals("inflight") ? theory(record.judgement().theory()) : "").append("</div>\n");
        }
        return Html.section("charts", "What happened, second by second", body.toString());
    }

    private static String place(Chart chart, Run run) {
        String label = chart.title() + ", " + run.role().id() + " run, " + run.strategy();
        return "<figure><figcaption>" + run.role().id() + "</figcaption><div class=\"chart " + chart.id()
                + "\" role=\"img\" data-chart=\"" + chart.id() + "\" data-role=\"" + run.role().id()
                + "\" aria-label=\"" + Html.text(label) + "\"></div></figure>\n";
    }

    private static String theory(@Nullable GrowthTheory theory) {
        if (theory == null) {
            return "<p class=\"theory\">Growth could not be compared with W × (1 − 1/(T × D)): "
                    + "there was no stretch to take it from.</p>";
        }
        double load = theory.walksPerSecond() * theory.walkSeconds();
        String formula = load > 1
                ? String.format(Locale.ROOT, "W × (1 − 1/(T × D)) = %s × (1 − 1/(%s × %s s)) = <b>%s/s</b>",
                        Figures.count(theory.arrivalsPerSecond()), Figures.count(theory.walksPerSecond()),
                        Figures.count(theory.walkSeconds()), perSecond(theory.predictedPerSecond()))
                : String.format(Locale.ROOT, "T × D = %.2f is at most 1, so no growth is predicted", load);
        return "<p class=\"theory\"><b>Growth.</b> From second " + theory.fromSecond() + " to " + theory.toSecond()
                + " requests in flight grew by <b>" + perSecond(theory.measuredPerSecond()) + "/s</b> (95 % interval "
                + perSecond(theory.measuredLow()) + " to " + perSecond(theory.measuredHigh()) + "). Predicted: "
                + formula + ", drawn dashed. W: arrivals a second that need the lock; T: walks a second; "
                + "D: mean duration of a walk.</p>";
    }

    private static String perSecond(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
