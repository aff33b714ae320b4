package avalanche.victim.vitals;

import avalanche.victim.map.LockReport;
import avalanche.victim.map.OrderMap;
import avalanche.victim.traversal.Ending;
import avalanche.victim.traversal.Traversals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the vitals; waits for nothing that a request may hold. */
public final class VitalsReader {
    private final String strategy;
    private final OrderMap map;
    private final Traversals traversals;
    private final Requests requests;
    private final Machine machine = new Machine();

    /** Reads from these; the strategy is named by its id. */
    public VitalsReader(String strategy, OrderMap map, Traversals traversals, Requests requests) {
        this.strategy = strategy;
        this.map = map;
        this.traversals = traversals;
        this.requests = requests;
    }

    Vitals read() {
        return new Vitals(1, machine.uptimeMillis(), strategy, new Vitals.InFlight(requests.inFlight(), requests
                .completed()), new Vitals.MapState(map.size(), map.internals(), lock(map.lock())), walks(traversals
                        .report()), machine.memory(), machine.cpu(), machine.gc());
    }

    private static Vitals.Walks walks(Traversals.Report report) {
        Map<Ending, Long> ended = report.ended();
        Vitals.Stopped stopped = new Vitals.Stopped(ended.getOrDefault(Ending.DEADLINE, 0L), ended.getOrDefault(
                Ending.CALLER, 0L), ended.getOrDefault(Ending.CANCELLED, 0L));
        return new Vitals.Walks(report.mode().id(), report.running(), millis(report.longestRunningNanos()), ended
                .getOrDefault(Ending.COMPLETED, 0L), stopped, report.failed(), report.durationNanos());
    }

    private static Vitals.@Nullable Lock lock(@Nullable LockReport report) {
        if (report == null) {
            return null;
        }
        return new Vitals.Lock(report.waiters(), millis(report.longestWaitNanos()), report.acquisitions(), report
                .contended(), report.holders().stream().map(VitalsReader::holder).toList(), report.waitNanos(), report
                        .holdNanos());
    }

    private static Vitals.Holder holder(LockReport.Holder holder) {
        return new Vitals.Holder(holder.thread(), holder.doing(), millis(holder.heldNanos()));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e4) / 1e2;
    }
}
