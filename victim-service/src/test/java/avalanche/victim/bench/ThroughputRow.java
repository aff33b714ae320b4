package avalanche.victim.bench;

/**
 * The operations a second of one map under one mix.
 *
 * @param map the map's id
 * @param mix {@code readOnly}, {@code reads90}, {@code reads50} or {@code newKeys}
 * @param size entries
 * @param threads how many threads share the map
 * @param forks in how many JVMs it was measured
 * @param operationsPerSecond of all threads together, the median of all iterations
 */
record ThroughputRow(String map, String mix, int size, int threads, int forks, double operationsPerSecond) {}
