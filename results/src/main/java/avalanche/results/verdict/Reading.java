package avalanche.results.verdict;

import org.jspecify.annotations.Nullable;

/**
 * One number read from one run for one symptom.
 *
 * @param value the number in the metric's unit, null where it could not be observed
 * @param fromSecond first second of the window it was really read from
 * @param toSecond last second, exclusive
 * @param samples how many values it rests on
 * @param note why there is no number, or what limits it; null where there is nothing to say
 */
public record Reading(@Nullable Double value, int fromSecond, int toSecond, long samples, @Nullable String note) {}
