package avalanche.victim.bench;

/**
 * The bytes that one map takes.
 *
 * @param map the map's id
 * @param size entries
 * @param structureBytes without the orders and their ids, and without what an empty map takes
 * @param orderBytes of the orders and their ids
 */
record MemoryRow(String map, int size, long structureBytes, long orderBytes) {
    double structurePerEntry() {
        return (double) structureBytes / size;
    }
}
