package avalanche.results.verdict;

import java.util.Comparator;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A number, or why there is none.
 *
 * @param value null where there is none
 * @param samples what it rests on, or what there was of it
 * @param missing why there is no number; null exactly where there is one
 */
record Figure(@Nullable Double value, long samples, @Nullable String missing) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Figure of(double value, long samples) {
        return new Figure(value, samples, null);
    }

    static Figure missing(long samples, String why) {
        return new Figure(null, samples, why);
    }

    /** The largest of several; where none has a value, the one that rests on most. */
    static Figure largest(List<Figure> figures) {
        Comparator<Figure> byValue = Comparator.comparingDouble(figure -> figure.value == null
                ? Double.NEGATIVE_INFINITY
                : figure.value);
        return figures.stream().max(byValue.thenComparingLong(Figure::samples))
                .orElseGet(() -> missing(0, "the window is empty"));
    }

    /** A statistic of plain values, percentiles by nearest rank. */
    static Figure of(Statistic statistic, double[] ascending, String what) {
        int n = ascending.length;
        if (n < fewest(statistic)) {
            return tooFew(statistic, n, what);
        }
        double value = switch (statistic) {
            case P50, P90, P99, P999 -> ascending[(int) Math.ceil(share(statistic) * n) - 1];
            case MEAN -> java.util.Arrays.stream(ascending).average().orElseThrow();
            case MAX -> ascending[n - 1];
            case MIN -> ascending[0];
            case TOTAL, GROWTH -> throw new IllegalArgumentException("statistic is " + statistic.id()
                    + "; allowed: one of single values");
        };
        return of(value, n);
    }

    /** A statistic of a histogram of nanoseconds, in milliseconds. */
    static Figure ofNanos(Statistic statistic, Histogram histogram) {
        long n = histogram.getTotalCount();
        if (n < fewest(statistic)) {
            return tooFew(statistic, n, "requests");
        }
        double nanos = switch (statistic) {
            case P50, P90, P99, P999 -> histogram.getValueAtPercentile(share(statistic) * 100);
            case MEAN -> histogram.getMean();
            case MAX -> histogram.getMaxValue();
            case MIN -> histogram.getMinValue();
            case TOTAL, GROWTH -> throw new IllegalArgumentException("statistic is " + statistic.id()
                    + "; allowed: one of single values");
        };
        return of(nanos / NANOS_PER_MILLI, n);
    }

    static Figure tooFew(Statistic statistic, long samples, String what) {
        return missing(samples, (samples == 0 ? "no " : "only " + samples + " ") + what + " in the window, "
                + statistic.id() + " needs " + fewest(statistic));
    }

    /**
     * How many values a statistic needs: a percentile p needs 1 / (1 - p), so that one value in expectation lies
     * beyond it.
     */
    static long fewest(Statistic statistic) {
        return switch (statistic) {
            case P50 -> 2;
            case P90 -> 10;
            case P99 -> 100;
            case P999 -> 1000;
            case MEAN, MAX, MIN, TOTAL, GROWTH -> 1;
        };
    }

    /** A percentile as a share of the values. */
    static double share(Statistic statistic) {
        return switch (statistic) {
            case P50 -> 0.5;
            case P90 -> 0.9;
            case P99 -> 0.99;
            case P999 -> 0.999;
            case MEAN, MAX, MIN, TOTAL, GROWTH -> throw new IllegalArgumentException("statistic is " + statistic.id()
                    + "; allowed: a percentile");
        };
    }
}
