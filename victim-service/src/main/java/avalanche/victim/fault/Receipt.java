package avalanche.victim.fault;

import avalanche.victim.measure.CumulativeHistogram;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/** Proof of what a setting did: the delays that entries really had. */
public final class Receipt {
    private final CumulativeHistogram delays = new CumulativeHistogram(3);
    private final LongAdder entries = new LongAdder();
    private final LongAdder elapsed = new LongAdder();

    /** So many entries took so long together: each had an equal part. */
    void add(long count, long nanos) {
        entries.add(count);
        elapsed.add(nanos);
        delays.record(nanos / count, count);
    }

    Observed observed() {
        Histogram histogram = delays.snapshot();
        long count = entries.sum();
        double mean = count == 0 ? 0 : elapsed.sum() / 1_000.0 / count;
        return new Observed(count, mean, micros(histogram.getValueAtPercentile(50)), micros(histogram
                .getValueAtPercentile(99)), micros(histogram.getMaxValue()));
    }

    private static double micros(long nanos) {
        return nanos / 1_000.0;
    }

    /**
     * The delays of all entries since the setting was made, in microseconds. Of delays that were parked together, median,
     * p99 and longest are those of the means of walks, or of stretches or 100 ms of one, each counted for every entry.
     */
    public record Observed(long count, double meanMicros, double p50Micros, double p99Micros, double maxMicros) {}
}
