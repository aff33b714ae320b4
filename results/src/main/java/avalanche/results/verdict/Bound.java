package avalanche.results.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The range that a number must lie in; both ends in the metric's unit. At least one end is given.
 *
 * @param above the number must be greater than this, null for no lower end
 * @param atLeast the number must be this or greater, null for no lower end; not together with {@code above}
 * @param below the number must be less than this, null for no upper end
 * @param atMost the number must be this or less, null for no upper end; not together with {@code below}
 */
public record Bound(@Nullable Double above, @Nullable Double atLeast, @Nullable Double below, @Nullable Double atMost) {
    public Bound {
        if (above == null && atLeast == null && below == null && atMost == null) {
            throw new IllegalArgumentException(
                    "a bound has no end; allowed: at least one of above, at-least, below, at-most");
        }
        if ((above != null && atLeast != null) || (below != null && atMost != null)) {
            throw new IllegalArgumentException(
                    "a bound has two ends on one side; allowed: one of above and at-least, one of below and at-most");
        }
    }

    public boolean holds(double number) {
        return (above == null || number > above) && (atLeast == null || number >= atLeast) && (below == null
                || number < below)
                && (atMost == null || number <= atMost);
    }
}
