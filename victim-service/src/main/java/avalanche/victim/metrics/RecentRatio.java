package avalanche.victim.metrics;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The ratio of two rising counts over about the last minute: since the newest reading that is a minute old, or since the
 * beginning where there is none. Readings are taken when the ratio is asked for, so several may ask without disturbing
 * one another.
 */
final class RecentRatio {
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier part;
    private final LongSupplier whole;
    private final LongSupplier nanos;
    private final ArrayDeque<Reading> readings = new ArrayDeque<>();

    RecentRatio(LongSupplier part, LongSupplier whole, LongSupplier nanos) {
        this.part = part;
        this.whole = whole;
        this.nanos = nanos;
        readings.add(read());
    }

    /** The ratio, 0 to 1; NaN where the whole did not rise. */
    synchronized double now() {
        Reading now = read();
        forgetAllButOneOlderThanTheWindow(now.atNanos);
        Reading before = readings.getFirst();
        if (now.atNanos - readings.getLast().atNanos >= APART_NANOS) {
            readings.addLast(now);
        }
        long wholeRose = now.whole - before.whole;
        return wholeRose == 0 ? Double.NaN : Math.clamp((now.part - before.part) / (double) wholeRose, 0, 1);
    }

    private void forgetAllButOneOlderThanTheWindow(long now) {
        Reading oldest = readings.removeFirst();
        while (!readings.isEmpty() && now - readings.getFirst().atNanos >= WINDOW_NANOS) {
            oldest = readings.removeFirst();
        }
        readings.addFirst(oldest);
    }

    private Reading read() {
        return new Reading(nanos.getAsLong(), part.getAsLong(), whole.getAsLong());
    }

    private record Reading(long atNanos, long part, long whole) {}
}
