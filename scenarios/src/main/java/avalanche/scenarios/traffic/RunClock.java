package avalanche.scenarios.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** The schedule's time: an agreed wall-clock instant, read once, then the monotonic clock. */
final class RunClock {
    private final @Nullable Instant agreed;
    private final Duration lead;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private long startNanos;
    private @Nullable Instant startAt;

    /**
     * @param agreed second 0, null for {@code lead} after {@link #start}
     * @param wall the wall clock
     * @param nanos the monotonic clock
     */
    RunClock(@Nullable Instant agreed, Duration lead, InstantSource wall, LongSupplier nanos) {
        this.agreed = agreed;
        this.lead = lead;
        this.wall = wall;
        this.nanos = nanos;
    }

    /** Fixes second 0; to be called once, before anything reads the time. */
    Instant start() {
        if (startAt != null) {
            throw new IllegalStateException("the schedule started already, at " + startAt + "; allowed: once");
        }
        Instant now = wall.instant();
        long nowNanos = nanos.getAsLong();
        Instant start = agreed == null ? now.plus(lead) : agreed;
        startNanos = nowNanos + Duration.between(now, start).toNanos();
        startAt = start;
        return start;
    }

    /** Nanoseconds since second 0, negative before it. */
    long nanosSinceStart() {
        return nanos.getAsLong() - startNanos;
    }
}
