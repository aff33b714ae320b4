package avalanche.victim.map;

import avalanche.victim.measure.CumulativeHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The book of one lock, or of several that stand for one: who holds it, who waits, and for how long. */
final class LockWatch {
    private static final int MOST_HOLDERS_REPORTED = 16;

    private final LongSupplier nanos;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
    private final LongAdder acquisitions = new LongAdder();
    private final LongAdder contended = new LongAdder();
    private final CumulativeHistogram waited = new CumulativeHistogram(2);
    private final CumulativeHistogram held = new CumulativeHistogram(2);

    LockWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    Wait waiting() {
        Wait wait = new Wait(nanos.getAsLong());
        waits.add(wait);
        contended.increment();
        return wait;
    }

    void waited(Wait wait) {
        waits.remove(wait);
        waited.record(nanos.getAsLong() - wait.sinceNanos);
    }

    void acquiredAtOnce() {
        waited.record(0);
    }

    Hold acquired(String doing) {
        acquisitions.increment();
        Hold hold = new Hold(Thread.currentThread(), doing, nanos.getAsLong());
        holds.add(hold);
        return hold;
    }

    void released(Hold hold) {
        holds.remove(hold);
        held.record(nanos.getAsLong() - hold.sinceNanos);
    }

    /** How often the lock was acquired. */
    long acquisitions() {
        return acquisitions.sum();
    }

    LockReport report() {
        long now = nanos.getAsLong();
        int waiters = 0;
        long longest = 0;
        for (Wait wait : waits) {
            waiters++;
            longest = Math.max(longest, now - wait.sinceNanos);
        }
        List<LockReport.Holder> holders = new ArrayList<>();
        for (Hold hold : holds) {
            if (holders.size() == MOST_HOLDERS_REPORTED) {
                break;
            }
            holders.add(new LockReport.Holder(hold.thread.getName(), hold.doing, Math.max(0, now - hold.sinceNanos)));
        }
        return new LockReport(waiters, longest, acquisitions.sum(), contended.sum(), holders, waited.encoded(), held
                .encoded());
    }

    /** A thread's wait, told apart by identity. */
    static final class Wait {
        private final long sinceNanos;

        private Wait(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }
    }

    /** A thread's hold, told apart by identity. */
    static final class Hold {
        private final Thread thread;
        private final String doing;
        private final long sinceNanos;

        private Hold(Thread thread, String doing, long sinceNanos) {
            this.thread = thread;
            this.doing = doing;
            this.sinceNanos = sinceNanos;
        }
    }
}
