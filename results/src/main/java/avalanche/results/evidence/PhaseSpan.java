package avalanche.results.evidence;

/**
 * A named stretch of the schedule.
 *
 * @param name the phase's name
 * @param fromSecond first second, inclusive
 * @param toSecond last second, exclusive
 */
public record PhaseSpan(String name, int fromSecond, int toSecond) {
    public PhaseSpan {
        Require.notBlank("name", name);
        Require.atLeastZero("fromSecond", fromSecond);
        if (toSecond <= fromSecond) {
            throw new IllegalArgumentException("toSecond is " + toSecond + "; allowed: more than fromSecond, "
                    + fromSecond);
        }
    }
}
