package avalanche.results.verdict;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import org.jspecify.annotations.Nullable;

/**
 * The order that cuts a run in two: what lies before it is the incident, what comes after it is the mitigation's.
 *
 * @param second when it was given, cut to whole seconds
 * @param faultEnd when the faults that were in force at the order were all taken back, cut to whole seconds; the run's
 * last second or later where they were not
 */
record Order(int second, int faultEnd) {
    /** Whether that was applied after an order only, as on a replica that the order made. */
    static boolean isAfter(Run run, Receipt receipt) {
        Order order = of(run);
        return order != null && receipt.fromSecond() >= order.second();
    }

    /** The order of a run; null where none was given, or the platform did not take it. */
    static @Nullable Order of(Run run) {
        Intervention intervention = run.intervention();
        if (intervention == null || !intervention.isTaken()) {
            return null;
        }
        double ordered = intervention.orderedSecond();
        int end = 0;
        for (Receipt fault : run.receipts()) {
            Double to = fault.toSecond();
            if (fault.isOfFault() && fault.fromSecond() <= ordered && (to == null || to > ordered)) {
                end = Math.max(end, to == null ? Integer.MAX_VALUE : (int) Math.floor(to));
            }
        }
        return new Order((int) Math.floor(ordered), end == 0 ? Integer.MAX_VALUE : end);
    }
}
