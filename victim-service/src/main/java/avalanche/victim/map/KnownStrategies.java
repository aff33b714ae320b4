package avalanche.victim.map;

import avalanche.victim.setting.Spelling;
import java.util.List;

/** The choice of a strategy by its id. */
public final class KnownStrategies {
    private KnownStrategies() {}

    /**
     * The strategy of that id among those known, of which there is at least one.
     *
     * @throws IllegalArgumentException where there is none; its message lists the known ones and the nearest
     */
    public static <P extends OrderMapProvider> P find(String id, List<P> known) {
        for (P strategy : known) {
            if (strategy.id().equals(id)) {
                return strategy;
            }
        }
        List<String> ids = known.stream().map(OrderMapProvider::id).toList();
        String nearest = Spelling.nearest(id, ids);
        throw new IllegalArgumentException("unknown strategy '" + id + "' at victim.map.strategy; known: "
                + String.join(", ", ids) + "; nearest: " + nearest);
    }
}
