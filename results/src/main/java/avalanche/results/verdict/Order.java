package avalanche.results.verdict;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order that cuts a run in two: what lies before it is the incident, what comes after it is the mitigation's.
 *
 * @param second when it was given, cut to whole seconds
 * @param faultEnd when the faults that were in force at the order were all taken back, cut to whole seconds; the run's
 * last second or later where they were not
 */
record Order(int second, int faultEnd) {
    /**
     * What did not land on what came after a run's order, such as a replica that the order made, though it landed on what was
     * there before: the recovery's alone. A fault that landed nowhere is none of them.
     */
    static List<Receipt> notLandedAfter(Run run) {
        Intervention intervention = run.intervention();
        if (intervention == null || !intervention.isTaken()) {
            return List.of();
        }
        double ordered = intervention.orderedSecond();
        Set<String> landedBefore = run.receipts().stream().filter(receipt -> receipt.landed() && receipt
                .fromSecond() <= ordered).map(Receipt::subject).collect(Collectors.toSet());
        return run.receipts().stream().filter(receipt -> !receipt.landed() && receipt.fromSecond() > ordered
                && landedBefore.contains(receipt.subject())).toList();
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
