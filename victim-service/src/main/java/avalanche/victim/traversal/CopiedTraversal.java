package avalanche.victim.traversal;

import avalanche.victim.map.OrderMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks the section while it is copied; callbacks run outside of it; fails in memory and staleness: each walk keeps its
 * copy, and visits what may have been changed or deleted since.
 */
final class CopiedTraversal implements Traversal {
    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        Sections.of(map).walkCopied(tour);
        return null;
    }
}
