package avalanche.victim.bench;

import java.util.Collection;

/** The middle of some values. */
final class Medians {
    private Medians() {}

    /** The middle value, or the mean of the two in the middle. */
    static double of(Collection<? extends Number> values) {
        double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("a median of nothing");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
