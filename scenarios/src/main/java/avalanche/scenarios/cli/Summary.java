package avalanche.scenarios.cli;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Intervention.Lost;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Judgement;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Outcome;
import avalanche.results.verdict.Reading;
import avalanche.results.verdict.Recovery;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rehearsal's result for a terminal or a build log: a line per symptom, then the verdict. */
final class Summary {
    private Summary() {}

    static void print(RunRecord record, Path folder, PrintStream out) {
        Judgement judgement = record.judgement();
        out.println();
        out.println(row("", "incident", "control", ""));
        table("conditions", judgement.conditions(), out);
        table("symptoms", judgement.symptoms(), out);
        record.runs().forEach(run -> mitigation(run.intervention(), judgement.recovery(), out));
        out.println();
        for (String reason : judgement.reasons()) {
            out.println("  " + reason);
        }
        out.println(judgement.verdict() + " (expected " + record.expected() + "): " + judgement.headline());
        out.println("report: " + folder.resolve("report.html"));
    }

    private static void table(String title, List<Outcome> outcomes, PrintStream out) {
        out.println(title);
        for (Outcome outcome : outcomes) {
            Metric metric = outcome.symptom().metric();
            out.println(row(outcome.symptom().title(), number(outcome.incident(), metric),
                    outcome.control() == null ? "-" : number(outcome.control(), metric), answer(outcome.answer())));
        }
    }

    private static void mitigation(@Nullable Intervention ordered, @Nullable Recovery recovery, PrintStream out) {
        if (ordered == null) {
            return;
        }
        Lost lost = ordered.lost();
        out.println("mitigation");
        out.println(String.format(Locale.ROOT, "  %s (%s, %s), ordered in second %.0f, %s", ordered.title(), ordered
                .type(),
                ordered.words(), Math.floor(ordered.orderedSecond()), became(ordered)));
        out.println(String.format(Locale.ROOT,
                "  until then %,d of %,d requests failed (timed out %,d, refused %,d, connection lost %,d, by status %,d), and"
                        + " %,d were not found",
                lost.failed(), lost.ended(), lost.timedOut(), lost.refused(), lost.connectionLost(), lost.byStatus(),
                lost
                        .notFound()));
        if (recovery != null) {
            for (Recovery.OfSymptom each : recovery.symptoms()) {
                String since = each.second() == null ? "" : " in second " + each.second();
                out.println("  %-52s %s".formatted(each.title(), each.state().words() + since));
            }
        }
    }

    private static String became(Intervention ordered) {
        Double done = ordered.doneSecond();
        if (ordered.refused() != null) {
            return "refused: " + ordered.refused();
        }
        return done == null
                ? "not done when the run ended"
                : String.format(Locale.ROOT, "done in second %.0f", Math.floor(done));
    }

    private static String row(String title, String incident, String control, String answer) {
        return "  %-52s %12s %12s  %s".formatted(title, incident, control, answer).stripTrailing();
    }

    private static String answer(Outcome.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(@Nullable Reading reading, Metric metric) {
        Double value = reading == null ? null : reading.value();
        if (value == null) {
            return "-";
        }
        return switch (metric.unit()) {
            case MILLISECONDS -> StatusLine.millis(value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", value);
            case COUNT -> String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
        };
    }
}
