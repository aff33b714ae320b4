package avalanche.victim.bench;

/**
 * What a read of a present key costs, with or without counting.
 *
 * @param counting what was counted
 * @param size entries
 * @param nanos processor time of a read, the median of the iterations
 * @param bytes allocated by a read
 */
record MeteringRow(MeteringBenchmark.Counting counting, int size, double nanos, double bytes) {}
