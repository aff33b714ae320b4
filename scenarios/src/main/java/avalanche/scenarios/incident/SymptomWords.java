package avalanche.scenarios.incident;

import avalanche.results.verdict.Bound;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.results.verdict.Symptom;
import avalanche.results.verdict.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes symptoms for readers. */
final class SymptomWords {
    private static final double NANOS_PER_MILLI = 1e6;

    private SymptomWords() {}

    /** The title, then what is measured, where, and what it must be. */
    static String of(Symptom symptom) {
        String requests = symptom.requests() == null ? "" : " of " + symptom.requests() + " requests";
        String growth = symptom.baseline() == null ? "" : " over " + symptom.baseline();
        return symptom.title() + " (" + symptom.id() + "): " + symptom.metric().id() + " " + symptom.statistic().id()
                + growth + requests + " " + bound(symptom) + ", " + window(symptom.window());
    }

    private static String window(Window window) {
        String end = "";
        if (window.untilDeath()) {
            end = " until the first death";
        } else if (window.toEnd()) {
            end = " to the end of the run";
        }
        Integer worst = window.worstOfSeconds();
        return (worst == null ? "in " : "in the worst " + worst + " s of ") + window.phase() + end;
    }

    /** As incident files write it. */
    private static String bound(Symptom symptom) {
        Bound bound = symptom.bound();
        Double least = bound.atLeast();
        Double most = bound.atMost();
        if (least != null && most != null) {
            return number(least, symptom) + " .. " + number(most, symptom);
        }
        List<String> ends = new ArrayList<>();
        end(ends, ">", bound.above(), symptom);
        end(ends, ">=", least, symptom);
        end(ends, "<", bound.below(), symptom);
        end(ends, "<=", most, symptom);
        return String.join(" and ", ends);
    }

    private static void end(List<String> ends, String sign, @Nullable Double end, Symptom symptom) {
        if (end != null) {
            ends.add(sign + " " + number(end, symptom));
        }
    }

    private static String number(double number, Symptom symptom) {
        Metric.Unit unit = symptom.statistic() == Statistic.GROWTH ? Metric.Unit.COUNT : symptom.metric().unit();
        return switch (unit) {
            case MILLISECONDS -> Words.of(Duration.ofNanos(Math.round(number * NANOS_PER_MILLI)));
            case PERCENT -> Words.number(number) + " %";
            case COUNT -> Words.number(number);
        };
    }
}
