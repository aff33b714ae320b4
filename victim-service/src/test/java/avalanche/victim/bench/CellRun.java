package avalanche.victim.bench;

import avalanche.victim.bench.PacedWriter.Writes;
import avalanche.victim.bench.PacedWriter.Written;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes at a fixed rate while a walker walks, each of the two on a processor of its own where there are two. */
final class CellRun {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();

    private final LongSupplier nanos;
    private final List<Integer> processors;

    CellRun(LongSupplier nanos, List<Integer> processors) {
        this.nanos = nanos;
        this.processors = processors;
    }

    /**
     * What came of it.
     *
     * @param written the writes
     * @param walks how many walks were begun
     * @param meanCallbackNanos how long a callback really took
     * @param pinned whether the two had a processor of their own
     */
    record Outcome(Written written, long walks, double meanCallbackNanos, boolean pinned) {}

    /** Runs until the last write has ended or the window is over. */
    Outcome run(long intervalNanos, int count, Writes writes, @Nullable Walker walker) throws Exception {
        Schedule schedule = new Schedule(nanos.getAsLong() + LEAD_NANOS, intervalNanos, count, GRACE_NANOS);
        FutureTask<Written> writing = new FutureTask<>(() -> {
            keepOn(0);
            return new PacedWriter(nanos, CellRun::collections).run(schedule, writes);
        });
        Thread writer = Thread.ofPlatform().name("writer").start(writing);
        if (walker == null) {
            writer.join();
            return new Outcome(writing.get(), 0, 0, pinned());
        }
        walkUntil(schedule.cutoff(), walker);
        writer.join();
        return new Outcome(writing.get(), walker.walks(), walker.meanCallbackNanos(), pinned());
    }

    private void walkUntil(long end, Walker walker) throws Exception {
        FutureTask<Boolean> walking = new FutureTask<>(() -> {
            keepOn(1);
            walker.run();
        }, true);
        Thread thread = Thread.ofPlatform().name("walker").start(walking);
        for (long left = end - nanos.getAsLong(); left > 0; left = end - nanos.getAsLong()) {
            LockSupport.parkNanos(left);
        }
        walker.stop();
        thread.join();
        walking.get();
    }

    private static long collections() {
        long count = 0;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            count += collector.getCollectionCount();
        }
        return count;
    }

    private boolean pinned() {
        return processors.size() > 1;
    }

    private void keepOn(int which) {
        if (pinned()) {
            Affinity.keepOn(processors.get(which));
        }
    }
}
