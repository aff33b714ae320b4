package avalanche.victim.traversal;

import avalanche.victim.map.OrderMap;
import org.jspecify.annotations.Nullable;

/** The strategy's own walk: what it locks and what runs under the lock is the strategy's to say. */
final class NaturalTraversal implements Traversal {
    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        map.walk(tour);
        return null;
    }
}
