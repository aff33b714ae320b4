package avalanche.victim.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * An encoded histogram of nanoseconds as a Prometheus histogram of seconds, made when it is scraped: nothing is recorded
 * twice.
 *
 * <p>
 * A duration just above a bucket's bound may count within it, as far as the histogram cannot tell the two apart: 1 % for
 * the locks, 0.1 % for the walks. Such is the error of the sum, too.
 */
final class DurationBuckets {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long[] BOUNDS_NANOS = {1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
        1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000, 250_000_000, 500_000_000,
        1_000_000_000, 2_500_000_000L, 5_000_000_000L, 10_000_000_000L, 30_000_000_000L, 60_000_000_000L};

    private DurationBuckets() {}

    static HistogramSnapshot of(String name, String help, String encoded) {
        Histogram histogram = decoded(encoded);
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (long bound : BOUNDS_NANOS) {
            long within = histogram.getCountBetweenValues(0, bound);
            buckets.bucket(bound / NANOS_PER_SECOND, within - below);
            below = within;
        }
        buckets.bucket(Double.POSITIVE_INFINITY, histogram.getTotalCount() - below);
        double sum = histogram.getMean() * histogram.getTotalCount() / NANOS_PER_SECOND;
        return HistogramSnapshot.builder().name(name).help(help).dataPoint(HistogramSnapshot.HistogramDataPointSnapshot
                .builder().classicHistogramBuckets(buckets.build()).sum(sum).build()).build();
    }

    private static Histogram decoded(String encoded) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
        } catch (DataFormatException broken) {
            throw new IllegalStateException("a histogram that cannot be decoded: " + encoded, broken);
        }
    }
}
