package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks the section as {@link HeldTraversal} does; every callback runs under the lock, and so does the yield after each
 * batch; fails as it does, since a writer needs the lock and not the processor.
 */
final class YieldingHeldTraversal implements Traversal {
    private final int batch;
    private final Waiting waiting;

    YieldingHeldTraversal(int batch, Waiting waiting) {
        this.batch = batch;
        this.waiting = waiting;
    }

    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        Sections.of(map).walkHeld(new YieldingWalk(tour, batch, waiting));
        return null;
    }
}
