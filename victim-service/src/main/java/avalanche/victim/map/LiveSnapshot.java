package avalanche.victim.map;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A snapshot from its taking to its end, and the log of the superseded versions that are kept for it. */
final class LiveSnapshot {
    private final long instant;
    private final Queue<SupersededVersion> log = new ConcurrentLinkedQueue<>();
    private final AtomicLong logged = new AtomicLong();
    private volatile boolean ended;
    private final AtomicBoolean expired = new AtomicBoolean();

    LiveSnapshot(long instant) {
        this.instant = instant;
    }

    /** What was written at this instant or before is in the snapshot. */
    long instant() {
        return instant;
    }

    boolean sees(long since, long until) {
        return since <= instant && instant < until;
    }

    /** Logs a version; answers false where the snapshot has ended and will not settle it. */
    boolean log(SupersededVersion superseded) {
        log.add(superseded);
        logged.incrementAndGet();
        return !ended || !superseded.claim();
    }

    /** The next version of the log, claimed for the caller to settle; null where there is none. */
    @Nullable
    SupersededVersion next() {
        SupersededVersion next;
        do {
            next = log.poll();
            if (next != null) {
                logged.decrementAndGet();
            }
        } while (next != null && !next.claim());
        return next;
    }

    long logged() {
        return logged.get();
    }

    /** From here on {@link #log} tells that it has ended; called once it is no longer registered as live. */
    void end() {
        ended = true;
    }

    /** Called before the first version that it needs may go; answers whether it had not expired yet. */
    boolean expire() {
        return expired.compareAndSet(false, true);
    }

    boolean isExpired() {
        return expired.get();
    }
}
