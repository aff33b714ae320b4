package avalanche.chaos.vitals;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.vitals.VitalsDocument.Lock;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Vitals;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What happened between two documents of one life: a pure function. */
final class VitalsDelta {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Lock NO_LOCK = new Lock(0, 0, 0);

    private VitalsDelta() {}

    /**
     * A sample.
     *
     * @param before the document before, null for the first of a life: the sample then reaches back to the life's
     *         beginning
     * @throws ContractException if a cumulative counter went down within a life
     */
    static Vitals between(@Nullable VitalsDocument before, VitalsDocument now, int life) {
        Lock lock = now.lock() == null ? NO_LOCK : now.lock();
        return new Vitals(life, now.uptimeMillis(), now.inFlight(), lock.waiters(), lock.longestWaitMillis(),
                lock.holders(), now.entries(), now.walks().running(), now.walks().longestRunningMillis(),
                Quantiles.ofNanos(walksSince(before, now)), now.memory().heapUsed(), now.memory().heapMax(),
                now.memory().resident(), cpuShare(before, now), now.gc().count(), now.gc().timeMillis(),
                now.internals());
    }

    private static Histogram walksSince(@Nullable VitalsDocument before, VitalsDocument now) {
        Histogram ended = now.walks().durationNanos().copy();
        if (before == null) {
            return ended;
        }
        try {
            ended.subtract(before.walks().durationNanos());
            return ended;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ContractException("GET /vitals: traversals.durationNanos lost values since the document before, "
                    + "though uptimeMillis grew; allowed: a histogram that only grows within a life", e);
        }
    }

    private static double cpuShare(@Nullable VitalsDocument before, VitalsDocument now) {
        long millis = now.uptimeMillis() - (before == null ? 0 : before.uptimeMillis());
        long nanos = now.cpu().processNanos() - (before == null ? 0 : before.cpu().processNanos());
        if (millis <= 0) {
            return 0;
        }
        // Processor time and uptime are not read in one instant: a share of slightly more than all is all.
        return Math.clamp(nanos / (millis * NANOS_PER_MILLI * now.cpu().processors()), 0, 1);
    }
}
