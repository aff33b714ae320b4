package avalanche.results.report;

import avalanche.results.verdict.Bound;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.results.verdict.Symptom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as a reader wants them: scaled to a human unit, with thousands separators. */
final class Figures {
    /** Stands where there is no number. */
    static final String NONE = "–";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double MEBIBYTE = 1 << 20;

    private Figures() {}

    static String count(double value) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", value);
    }

    static String millis(double value) {
        double size = Math.abs(value);
        if (size >= MILLIS_PER_SECOND) {
            return String.format(Locale.ROOT, "%,.2f s", value / MILLIS_PER_SECOND);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f ms" : size >= 1 ? "%.1f ms" : "%.2f ms", value);
    }

    static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f MiB", bytes / MEBIBYTE);
    }

    static String seconds(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%,.1f s", value);
    }

    static String instant(Instant at) {
        return UTC.format(at);
    }

    /** A value of the symptom's metric, with its unit; a growth is a factor. */
    static String of(Symptom symptom, @Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        return symptom.statistic() == Statistic.GROWTH ? "×" + count(value) : of(symptom.metric().unit(), value);
    }

    private static String of(Metric.Unit unit, double value) {
        return switch (unit) {
            case MILLISECONDS -> millis(value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", value);
            case COUNT -> count(value);
        };
    }

    static String bound(Symptom symptom) {
        Bound bound = symptom.bound();
        List<String> ends = new ArrayList<>();
        end(ends, ">", symptom, bound.above());
        end(ends, "≥", symptom, bound.atLeast());
        end(ends, "<", symptom, bound.below());
        end(ends, "≤", symptom, bound.atMost());
        return String.join(" and ", ends);
    }

    private static void end(List<String> ends, String sign, Symptom symptom, @Nullable Double value) {
        if (value != null) {
            ends.add(sign + " " + of(symptom, value));
        }
    }
}
