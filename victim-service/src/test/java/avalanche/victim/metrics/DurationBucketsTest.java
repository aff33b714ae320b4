package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avalanche.victim.measure.CumulativeHistogram;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DurationBucketsTest {
    private final CumulativeHistogram durations = new CumulativeHistogram(3);

    @Test
    void isEmptyWhereNothingWasRecorded() {
        HistogramSnapshot.HistogramDataPointSnapshot point = point();
        assertThat(point.getCount()).isZero();
        assertThat(point.getSum()).isZero();
        assertThat(point.getClassicBuckets().size()).isEqualTo(25);
    }

    @Test
    void countsEachDurationInTheBucketThatItBelongsTo() {
        durations.record(0);
        durations.record(900);
        durations.record(TimeUnit.MICROSECONDS.toNanos(90), 7);
        durations.record(TimeUnit.MILLISECONDS.toNanos(320), 5);
        durations.record(TimeUnit.MINUTES.toNanos(10));
        HistogramSnapshot.HistogramDataPointSnapshot point = point();
        assertThat(count(point, 1e-6)).isEqualTo(2);
        assertThat(count(point, 1e-4)).isEqualTo(7);
        assertThat(count(point, 0.5)).isEqualTo(5);
        assertThat(count(point, Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(point.getCount()).isEqualTo(15);
        assertThat(point.getSum()).isCloseTo(601.60063, within(0.6));
    }

    private static long count(HistogramSnapshot.HistogramDataPointSnapshot point, double upperBound) {
        return point.getClassicBuckets().stream().filter(bucket -> bucket.getUpperBound() == upperBound).mapToLong(
                ClassicHistogramBucket::getCount).findFirst().orElseThrow();
    }

    private HistogramSnapshot.HistogramDataPointSnapshot point() {
        return DurationBuckets.of("durations_seconds", "help", durations.encoded()).getDataPoints().getFirst();
    }
}
