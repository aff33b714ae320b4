package avalanche.victim.map;

/**
 * Makes maps of one strategy. The service's own are in {@link MapStrategy}; another one is found through
 * {@link java.util.ServiceLoader}.
 */
public interface OrderMapProvider {
    /** The name in settings, in kebab case, as {@code dual-map}. */
    String id();

    /** What it costs, in a line. */
    String hazard();

    /** What a walk in the strategy's own way promises. */
    Guarantees guarantees();

    /**
     * An empty map.
     *
     * @throws IllegalArgumentException where a setting is not allowed; its message names the setting and what is
     */
    OrderMap create(MapSettings settings);
}
