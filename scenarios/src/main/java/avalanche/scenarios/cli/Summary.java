package avalanche.scenarios.cli;

import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Judgement;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Outcome;
import avalanche.results.verdict.Reading;
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
