package avalanche.victim.map;

import avalanche.victim.measure.CumulativeHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The book of one lock, or of several that stand for one: who holds it, who waits, and for how long. */
public final class LockWatch {
    private static final int MOST_HOLDERS_REPORTED = 16;
    private static final int PLACES = 16;

    private final LongSupplier nanos;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    /** Where a hold is noted that finds its thread's place free: no more than an exchange, and no hash, for most. */
    private final AtomicReferenceArray<@Nullable Hold> places = new AtomicReferenceArray<>(PLACES);
    /** The holds that found it taken. */
    private final Set<Hold> otherHolds = ConcurrentHashMap.newKeySet();
    private final LongAdder atOnce = new LongAdder();
    private final LongAdder afterWait = new LongAdder();
    private final LongAdder contended = new LongAdder();
    /** Without those that did not wait, which are counted alone. */
    private final CumulativeHistogram waited = new CumulativeHistogram(2);
    private final CumulativeHistogram held = new CumulativeHistogram(2);

    /** An empty book, kept by a monotonic clock in nanoseconds. */
    public LockWatch(LongSupplier nanos) {
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
        afterWait.increment();
        waited.record(nanos.getAsLong() - wait.sinceNanos);
    }

    void acquiredAtOnce() {
        atOnce.increment();
    }

    Hold acquired(String doing) {
        Thread thread = Thread.currentThread();
        Hold hold = new Hold(thread, doing, nanos.getAsLong());
        if (!places.compareAndSet(place(thread), null, hold)) {
            otherHolds.add(hold);
        }
        return hold;
    }

    void released(Hold hold) {
        int place = place(hold.thread);
        if (places.getPlain(place) == hold) {
            places.setRelease(place, null);
        } else {
            otherHolds.remove(hold);
        }
        held.record(nanos.getAsLong() - hold.sinceNanos);
    }

    private static int place(Thread thread) {
        return (int) (thread.threadId() & (PLACES - 1));
    }

    /** How often the lock was acquired. */
    long acquisitions() {
        return atOnce.sum() + afterWait.sum();
    }

    /** Stays away until all who wait now have had their turn, but no longer than that. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield: the time is bounded
    void letWaitersIn(long atMostNanos) {
        List<Wait> before = List.copyOf(waits);
        long since = nanos.getAsLong();
        while (before.stream().anyMatch(waits::contains) && nanos.getAsLong() - since < atMostNanos) {
            Thread.yield();
        }
    }

    /** The book at this moment. */
    public LockReport report() {
        long now = nanos.getAsLong();
        int waiters = 0;
        long longest = 0;
        for (Wait wait : waits) {
            waiters++;
            longest = Math.max(longest, now - wait.sinceNanos);
        }
        List<LockReport.Holder> holders = new ArrayList<>();
        for (Hold hold : holds()) {
            if (holders.size() == MOST_HOLDERS_REPORTED) {
                break;
            }
            holders.add(new LockReport.Holder(hold.thread.getName(), hold.doing, Math.max(0, now - hold.sinceNanos)));
        }
        Histogram all = waited.snapshot();
        all.recordValueWithCount(0, atOnce.sum());
        return new LockReport(waiters, longest, acquisitions(), contended.sum(), holders, CumulativeHistogram
                .encoded(all), held.encoded());
    }

    private List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            Hold hold = places.get(place);
            if (hold != null) {
                holds.add(hold);
            }
        }
        holds.addAll(otherHolds);
        return holds;
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
