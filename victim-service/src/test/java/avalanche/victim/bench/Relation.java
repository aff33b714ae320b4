package avalanche.victim.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * How many times as much one map took as another: the median of the rounds' relations, so that what the machine did in a
 * round hits both, and an interval that covers the true median with a probability of 90 % or more.
 *
 * <p>
 * The interval goes from the k-th smallest to the k-th largest of n relations, with the largest k for which
 * 1 - 2 P(B &lt; k) is 0.9 or more, where B is binomial with n and 1/2 (Conover, Practical Nonparametric Statistics, third
 * edition, section 3.2). It assumes rounds that are independent, and nothing of how their relations are distributed. Fewer
 * than five rounds cannot tell: the interval is unbounded then.
 *
 * @param median the median of the rounds' relations, or NaN where nothing was measured
 * @param low the interval's lower end
 * @param high its upper end
 */
record Relation(double median, double low, double high) {
    /** Where one of the two was not measured. */
    static final Relation UNKNOWN = new Relation(Double.NaN, Double.NaN, Double.NaN);

    private static final double COVERAGE = 0.9;

    /** Of the rounds' relations, at least one. */
    static Relation of(List<Double> ofRounds) {
        double[] sorted = ofRounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int rank = rank(sorted.length);
        double median = Medians.of(ofRounds);
        return rank == 0 ? new Relation(median, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Relation(median, sorted[rank - 1], sorted[sorted.length - rank]);
    }

    /** One that was not measured round by round, and is taken as it is. */
    static Relation exactly(double value) {
        return new Relation(value, value, value);
    }

    /** Counted from 1, the rank of the interval's lower end from below and of its upper end from above; 0 for none. */
    private static int rank(int rounds) {
        double probability = Math.pow(0.5, rounds);
        double below = 0;
        int rank = 0;
        while (1 - 2 * (below + probability) >= COVERAGE) {
            below += probability;
            probability *= (double) (rounds - rank) / (rank + 1);
            rank++;
        }
        return rank;
    }

    /** The lesser of the two, as far as their intervals tell. */
    Relation least(Relation other) {
        return new Relation(Math.min(median, other.median), Math.min(low, other.low), Math.min(high, other.high));
    }

    boolean isKnown() {
        return !Double.isNaN(median);
    }

    /** As {@code 1.28 × (1.11 to 1.57)}; without the interval where it has no ends or none is needed. */
    String told() {
        return Figures.ratio(median) + (low == high || Stream.of(low, high).anyMatch(end -> end.isInfinite() || end
                .isNaN()) ? "" : " (" + Figures.number(low) + " to " + Figures.number(high) + ")");
    }
}
