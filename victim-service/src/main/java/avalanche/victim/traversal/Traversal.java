package avalanche.victim.traversal;

import avalanche.victim.map.OrderMap;
import org.jspecify.annotations.Nullable;

/** A way to walk over a map; one serves any number of walks, also at the same time. */
sealed interface Traversal permits NaturalTraversal, HeldTraversal, CopiedTraversal, YieldingTraversal,
        YieldingHeldTraversal, PagedTraversal, BoundedTraversal {
    /**
     * Walks until the tour ends.
     *
     * @return where a later walk can go on; null where this one came to the end or is none to go on from
     */
    @Nullable
    Checkpoint walk(OrderMap map, Tour tour);
}
