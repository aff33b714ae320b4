package avalanche.results.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Numbers, bounds and readings in words, the same in every locale. */
final class Words {
    private Words() {}

    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** A value with its unit; a growth is a factor. */
    static String value(Symptom symptom, double value) {
        if (symptom.statistic() == Statistic.GROWTH) {
            return number(value) + " times the baseline";
        }
        String symbol = symptom.metric().unit().symbol();
        return symbol.isEmpty() ? number(value) : number(value) + " " + symbol;
    }

    /** A duration given in milliseconds, in seconds from one second on. */
    static String duration(double millis) {
        return millis >= 1000 ? String.format(Locale.ROOT, "%,.1f s", millis / 1000) : number(millis) + " ms";
    }

    static String bound(Symptom symptom) {
        Bound bound = symptom.bound();
        List<String> ends = new ArrayList<>();
        end(ends, "above ", bound.above(), symptom);
        end(ends, "at least ", bound.atLeast(), symptom);
        end(ends, "below ", bound.below(), symptom);
        end(ends, "at most ", bound.atMost(), symptom);
        return String.join(" and ", ends);
    }

    private static void end(List<String> ends, String word, @Nullable Double end, Symptom symptom) {
        if (end != null) {
            ends.add(word + value(symptom, end));
        }
    }

    /** What was measured, such as {@code p99 response-time of writes}. */
    static String subject(Symptom symptom) {
        String of = symptom.requests() == null ? "" : " of " + symptom.requests();
        return symptom.statistic().id() + " " + symptom.metric().id() + of;
    }

    static String reading(Symptom symptom, Reading reading) {
        Double value = reading.value();
        return value == null ? "not observed (" + reading.note() + ")" : value(symptom, value);
    }

    /** One sentence with the numbers that decided. */
    static String sentence(Symptom symptom, Reading incident, @Nullable Reading control) {
        String note = incident.value() == null || incident.note() == null ? "" : " (" + incident.note() + ")";
        return subject(symptom) + " was " + reading(symptom, incident) + " in seconds " + incident.fromSecond()
                + " to " + incident.toSecond() + note + "; bound: " + bound(symptom) + (control == null
                        ? "."
                        : "; control: " + reading(symptom, control) + ".");
    }
}
