package avalanche.victim.map;

/**
 * What a walk in a strategy's own way promises.
 *
 * @param consistency what it sees of writes that happen meanwhile
 * @param stopsWriters whether a write may have to wait for a callback
 */
public record Guarantees(Consistency consistency, boolean stopsWriters) {
    /** What a walk sees of writes that happen meanwhile. */
    public enum Consistency {
        /** None: it sees the whole map as it was at one instant of the walk. */
        INSTANT,
        /** Each section of the map as it was at one instant, which is another for each. */
        INSTANT_PER_SECTION,
        /** Any of them: an order that is there throughout is seen once, another may be seen or missed. */
        WEAK
    }
}
