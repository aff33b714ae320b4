package avalanche.victim.bench;

/**
 * What a read of a present key costs, with or without the counting of the map's operations.
 *
 * @param counted whether it was counted
 * @param size entries
 * @param nanos processor time of a read, the median of the iterations
 * @param bytes allocated by a read
 */
record MeteringRow(boolean counted, int size, double nanos, double bytes) {}
