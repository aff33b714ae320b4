package avalanche.chaos.fault;

/**
 * What the service measured of its callback's delay.
 *
 * @param count entries that were delayed
 * @param meanMicros mean delay in microseconds, 0 where there was none
 * @param medianMicros median delay in microseconds, 0 where there was none
 * @param maxMicros longest delay in microseconds
 */
record Observation(long count, double meanMicros, double medianMicros, double maxMicros) {
    static final Observation NONE = new Observation(0, 0, 0, 0);

    /** Both together, as of two lives of one service; the median is that of the one with more entries. */
    Observation plus(Observation other) {
        long sum = count + other.count;
        return sum == 0
                ? NONE
                : new Observation(sum, (count * meanMicros + other.count * other.meanMicros) / sum,
                        count >= other.count ? medianMicros : other.medianMicros, Math.max(maxMicros, other.maxMicros));
    }
}
