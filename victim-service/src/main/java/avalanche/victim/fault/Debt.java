package avalanche.victim.fault;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The delay that one walk owes: parts to park add up and are parked in one go, and what really passed is paid off.
 *
 * <p>
 * A park oversleeps by tens of microseconds; since the debt may become a credit, the mean stays exact nevertheless. What the
 * last park of a walk oversleeps is not made up for: a busy processor makes some walks longer, and with them the mean.
 */
public final class Debt {
    static final long PARKED_FROM_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** A park is asked for this much less where there is no later entry to set off its oversleeping against. */
    private static final long OVERSLEEP_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    /** After so much delay a walk whose delays are parked together tells of it before its end. */
    private static final long TOLD_FROM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final SlowCallback callback;
    private final Waiting waiting;
    private final RandomGenerator random;
    private SlowCallback.@Nullable Active active;
    private long owed;
    private long entries;
    private long passed;

    Debt(SlowCallback callback, Waiting waiting, RandomGenerator random) {
        this.callback = callback;
        this.waiting = waiting;
        this.random = random;
    }

    /** Holds up one entry as is configured at this moment. */
    public void entry() {
        SlowCallback.Active now = callback.active();
        if (now != active) {
            pay();
            active = now;
        }
        if (now == null) {
            return;
        }
        entries++;
        long delay = now.setting().delay().sampleNanos(random);
        long parked = now.setting().mode().parkedShare(delay);
        owed += parked;
        if (delay > parked) {
            spin(delay - parked);
        }
        if (owed >= PARKED_FROM_NANOS) {
            long start = waiting.nanos();
            waiting.park(owed);
            paid(waiting.nanos() - start);
        }
        // What is parked together falls on one entry or another: only the mean of many tells how long they were held up.
        if (parked == 0 || (owed <= 0 && (!now.perBatch() || passed >= TOLD_FROM_NANOS))) {
            settle(now);
        }
    }

    /** Pays what is still owed: ends a walk, or a stretch of it. A credit goes over into the walk's next stretch. */
    public void pay() {
        SlowCallback.Active before = active;
        if (before == null) {
            return;
        }
        if (owed > OVERSLEEP_NANOS) {
            long start = waiting.nanos();
            waiting.park(owed - OVERSLEEP_NANOS);
            paid(waiting.nanos() - start);
        }
        if (owed > 0) {
            long start = waiting.nanos();
            waiting.spin(owed);
            paid(waiting.nanos() - start);
        }
        settle(before);
        active = null;
    }

    private void spin(long nanos) {
        long start = waiting.nanos();
        waiting.spin(nanos);
        passed += waiting.nanos() - start;
    }

    private void paid(long nanos) {
        owed -= nanos;
        passed += nanos;
    }

    private void settle(SlowCallback.Active to) {
        if (entries > 0) {
            to.receipt().add(entries, passed);
        }
        entries = 0;
        passed = 0;
    }
}
