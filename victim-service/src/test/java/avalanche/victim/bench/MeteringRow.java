package avalanche.victim.bench;

/**
 * What a read of a present key costs, with or without counting.
 *
 * @param counting what was counted
 * @param size entries
 * @param nanos processor time of a read, the median of the iterations
 * @param bytes allocated by a read
 */
record MeteringRow(Counting counting, int size, double nanos, double bytes) {
    /** What is counted of a read. */
    enum Counting {
        /** Nothing: the bare map. */
        NONE,
        /** One addition that is not lost, to a counter of the thread's own: the least that an exact count takes. */
        ONE,
        /** Operations by the class of the key, and misses, as the service does it. */
        OPERATIONS
    }
}
