package avalanche.scenarios.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A beat a second on a schedule's clock, from second 0 until it is closed. A beat that takes longer than a second lets the ones it
 * overlaps fall out: none is ever made up for.
 */
final class Pulse implements AutoCloseable {
    /** What is done at a beat. */
    interface Beat {
        /** Called at the start of {@code second}. */
        void at(int second);
    }

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Instant zero;
    private final Beat beat;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    private Pulse(String name, InstantSource clock, Instant zero, Beat beat) {
        this.clock = clock;
        this.zero = zero;
        this.beat = beat;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /**
     * Begins to beat.
     *
     * @param name of its thread
     */
    static Pulse start(String name, InstantSource clock, Instant zero, Beat beat) {
        Pulse pulse = new Pulse(name, clock, zero, beat);
        pulse.thread.start();
        return pulse;
    }

    /** Throws what a beat threw, since nobody else would see it. */
    void check() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    private void run() {
        int next = 0;
        while (!stopping) {
            Duration ahead = Duration.between(clock.instant(), zero.plusSeconds(next));
            if (ahead.isPositive()) {
                LockSupport.parkNanos(ahead.toNanos());
                continue;
            }
            int second = Math.max(next, Math.toIntExact(Duration.between(zero, clock.instant()).toSeconds()));
            try {
                beat.at(second);
            } catch (RuntimeException e) {
                failure = e;
                return;
            }
            next = second + 1;
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(STOPPING)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
