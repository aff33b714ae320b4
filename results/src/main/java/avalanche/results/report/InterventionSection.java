package avalanche.results.report;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Intervention.Lost;
import avalanche.results.evidence.Intervention.Replica;
import avalanche.results.evidence.Run;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Recovery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mitigation that was ordered in the middle of the incident: what the platform made of it, and what it did. */
final class InterventionSection {
    private InterventionSection() {}

    static String html(RunRecord record) {
        StringBuilder sections = new StringBuilder();
        for (Run run : record.runs()) {
            Intervention ordered = run.intervention();
            if (ordered != null) {
                sections.append(Html.section("mitigation", "Mitigation: " + ordered.title(), summary(ordered, record
                        .judgement().recovery()) + replicas(ordered) + lost(ordered.lost())));
            }
        }
        return sections.toString();
    }

    private static String summary(Intervention ordered, @Nullable Recovery recovery) {
        String refused = ordered.refused();
        String order = "<p><b>" + Html.text(ordered.name()) + "</b> (" + Html.text(ordered.type() + ": " + ordered
                .words()) + "), ordered at " + Figures.seconds(ordered.orderedSecond()) + ". ";
        if (refused != null) {
            return order + Html.chip("bad", "refused") + " " + Html.text(refused) + "</p>";
        }
        Double done = ordered.doneSecond();
        String state = done == null
                ? "The service was not as ordered when the run ended. "
                : "The service was as ordered at " + Figures.seconds(done) + ", " + Figures.seconds(done - ordered
                        .orderedSecond()) + " later. ";
        return order + state + "Lives that died after the order: " + ordered.deaths() + ".</p>\n" + (recovery == null
                ? ""
                : recovered(recovery));
    }

    private static String recovered(Recovery recovery) {
        List<String> rows = recovery.symptoms().stream().map(one -> Html.row(Html.text(one.title()), "<td>" + chip(one
                .state()) + "</td>", Html.number(one.second() == null ? Figures.NONE : Figures.seconds((double) one
                        .second())), "<td class=\"why\">" + Html.text(one.reason()) + "</td>")).toList();
        return "<p id=\"recovery\">" + chip(recovery.state()) + " " + Html.text(recovery.words()) + "</p>\n" + Html
                .table(
                        "Symptoms after the order", List.of("Symptom", "After the order", "From second", "Why"), rows);
    }

    private static String chip(Recovery.State state) {
        return switch (state) {
            case RECOVERED -> Html.chip("good", state.words());
            case NOT_RECOVERED -> Html.chip("bad", state.words());
            case NOT_OBSERVED -> Html.chip("warn", state.words());
            case NOT_MET -> Html.chip("mute", state.words());
        };
    }

    private static String replicas(Intervention ordered) {
        return Html.table("Replicas of the service", List.of("Replica", "Revision", "Created", "Ready", "Gone"), ordered
                .replicas().stream().map(InterventionSection::replica).toList());
    }

    private static String replica(Replica replica) {
        return Html.row(Html.text(replica.name()), Html.number(Integer.toString(replica.revision())), Html.number(
                Figures
                        .seconds(replica.createdSecond())), Html.number(Figures.seconds(replica.readySecond())), Html
                                .number(
                                        Figures.seconds(replica.goneSecond())));
    }

    private static String lost(Lost lost) {
        String row = Html.row("Seconds " + lost.fromSecond() + "–" + lost.toSecond(), count(lost.ended()), count(lost
                .failed()), count(lost.timedOut()), count(lost.refused()), count(lost.connectionLost()), count(lost
                        .byStatus()), count(lost.notFound()));
        return Html.table("Requests from the order until the service was as ordered", List.of(
                "From the order until done",
                "Ended", "Failed", "Timed out", "Refused", "Connection lost", "By status", "Not found (404)"), List.of(
                        row))
                + "<p>What the incident cost in these seconds is among them. Each replica has a map of its own: an order"
                + " that another one has, or that one had before it was replaced, is not found.</p>\n";
    }

    private static String count(long requests) {
        return Html.number(Figures.count((double) requests));
    }
}
