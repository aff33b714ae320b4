package avalanche.victim.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * A histogram of durations in nanoseconds since the process began, up to an hour; longer ones count as an hour.
 *
 * <p>
 * Recording never waits, neither for another recording nor for a reader.
 */
public final class CumulativeHistogram {
    private static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Recorder recorder;
    private final Histogram total;
    private Histogram interval;

    /** A histogram that tells values apart by so many significant decimal digits, 0 to 5. */
    public CumulativeHistogram(int digits) {
        recorder = new Recorder(HIGHEST_NANOS, digits);
        total = new Histogram(HIGHEST_NANOS, digits);
        interval = recorder.getIntervalHistogram();
    }

    /** Counts one duration; a negative one counts as 0. */
    public void record(long nanos) {
        recorder.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
    }

    /** Counts the same duration several times. */
    public void record(long nanos, long times) {
        recorder.recordValueWithCount(Math.clamp(nanos, 0, HIGHEST_NANOS), times);
    }

    /** What was counted so far, as a copy. */
    public synchronized Histogram snapshot() {
        collect();
        return total.copy();
    }

    /** What was counted so far, in HdrHistogram's compressed V2 encoding and base64. */
    public synchronized String encoded() {
        collect();
        return encoded(total);
    }

    /** That histogram in the same encoding. */
    public static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private void collect() {
        interval = recorder.getIntervalHistogram(interval);
        total.add(interval);
    }
}
