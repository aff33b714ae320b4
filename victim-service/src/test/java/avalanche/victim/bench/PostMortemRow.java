package avalanche.victim.bench;

/**
 * Response times of one map's operations under the load of the post-mortem's comparison.
 *
 * @param map the map's id
 * @param freshPercent how many of a hundred writes have a new key
 * @param round from 0
 * @param clients concurrent readers and writers
 * @param keys entries of the map
 * @param operations how many were done
 * @param p50 nanoseconds
 * @param p99 nanoseconds
 * @param max nanoseconds
 */
record PostMortemRow(String map, int freshPercent, int round, int clients, int keys, long operations, long p50,
        long p99, long max) {}
