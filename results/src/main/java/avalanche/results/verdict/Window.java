package avalanche.results.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The stretch of a run that a number is taken from: one phase, optionally cut, optionally searched for its worst part.
 *
 * @param phase the phase's name
 * @param untilDeath whether the window ends at the service's first death after the phase's start, so that what follows a death is not taken
 *         for what preceded it; without a death it ends with the phase
 * @param worstOfSeconds where given, the statistic is taken over every stretch of this many seconds in the window and the largest counts
 * @param toEnd whether the window runs on to the end of the run instead of the phase's
 */
public record Window(String phase, boolean untilDeath, @Nullable Integer worstOfSeconds, boolean toEnd) {
    public Window {
        if (worstOfSeconds != null && worstOfSeconds < 1) {
            throw new IllegalArgumentException("worstOfSeconds is " + worstOfSeconds + "; allowed: 1 or more");
        }
        if (untilDeath && toEnd) {
            throw new IllegalArgumentException(
                    "a window ends at the death or at the end of the run; allowed: one of them");
        }
    }
}
