package avalanche.victim.bench;

/**
 * When writes are due, which does not depend on how long they take.
 *
 * @param start when the first is due, in nanoseconds of the clock
 * @param interval nanoseconds from one to the next
 * @param writes how many
 * @param grace how long after the last interval a write may still end and count as finished, in nanoseconds
 */
record Schedule(long start, long interval, int writes, long grace) {
    long due(int write) {
        return start + write * interval;
    }

    /** From here on what has not ended counts as unfinished. */
    long cutoff() {
        return due(writes) + grace;
    }
}
