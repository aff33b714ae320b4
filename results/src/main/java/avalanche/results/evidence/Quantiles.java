package avalanche.results.evidence;

import org.HdrHistogram.Histogram;

/**
 * Summary of a distribution of durations, all in milliseconds. An empty distribution has a count of zero and zeros elsewhere: look at
 * {@code count} before reading any other field.
 *
 * @param count number of values
 * @param mean arithmetic mean
 * @param p50 median
 * @param p90 90th percentile
 * @param p99 99th percentile
 * @param p999 99.9th percentile
 * @param max largest value
 */
public record Quantiles(long count, double mean, double p50, double p90, double p99, double p999, double max) {
    public static final Quantiles EMPTY = new Quantiles(0, 0, 0, 0, 0, 0, 0);

    private static final double NANOS_PER_MILLI = 1e6;

    public Quantiles {
        Require.atLeastZero("count", count);
    }

    /** Summarises a histogram whose values are nanoseconds. */
    public static Quantiles ofNanos(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return EMPTY;
        }
        return new Quantiles(
                histogram.getTotalCount(),
                histogram.getMean() / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(50) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(90) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(99) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
                histogram.getMaxValue() / NANOS_PER_MILLI);
    }

    public boolean isEmpty() {
        return count == 0;
    }
}
