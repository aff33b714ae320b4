package avalanche.victim.traversal;

import avalanche.victim.map.OrderMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks the section, one after another where there are several; every callback of a section runs under its lock; fails
 * by making writers wait for callbacks.
 */
final class HeldTraversal implements Traversal {
    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        Sections.of(map).walkHeld(tour);
        return null;
    }
}
