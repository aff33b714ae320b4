package avalanche.victim.vitals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document of {@code GET /vitals}; histograms are cumulative, in nanoseconds, compressed and in base64. */
record Vitals(int schema, long uptimeMillis, String strategy, InFlight requests, MapState map, Walks traversals,
        Memory memory, Cpu cpu, Gc gc) {

    record InFlight(int inFlight, long completed) {}

    record MapState(long size, Map<String, Long> internals, @Nullable Lock lock) {}

    record Lock(int waiters, double longestWaitMillis, long acquisitions, long contended, List<Holder> holders,
            String waitNanos, String holdNanos) {}

    record Holder(String thread, String doing, double heldMillis) {}

    record Walks(String mode, int running, double longestRunningMillis, long completed, Stopped stopped, long failed,
            String durationNanos) {}

    record Stopped(long deadline, long caller, long cancelled) {}

    record Memory(long heapUsedBytes, long heapMaxBytes, long residentBytes, @Nullable Long oomKills) {}

    record Cpu(long processNanos, int processors) {}

    record Gc(long count, long timeMillis) {}
}
