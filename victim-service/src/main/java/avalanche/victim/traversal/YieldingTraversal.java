package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locks the section anew for each batch of the ids that were there at first; the callbacks of a batch run under the
 * lock; fails by making a writer wait for a batch. Without a section it is the natural walk with a yield after each batch.
 */
final class YieldingTraversal implements Traversal {
    private final int batch;
    private final Waiting waiting;

    YieldingTraversal(int batch, Waiting waiting) {
        this.batch = batch;
        this.waiting = waiting;
    }

    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        OrderMap.Section section = map.section();
        if (section == null) {
            map.walk(new YieldingWalk(tour, batch, waiting));
        } else {
            walk(map.ids(), section, tour);
        }
        return null;
    }

    private void walk(List<String> ids, OrderMap.Section section, Tour tour) {
        tour.begins();
        boolean more = true;
        for (int from = 0; more && from < ids.size(); from += batch) {
            if (from > 0) {
                waiting.giveWay();
                section.letWaitersIn();
            }
            more = section.visitHeld(ids.subList(from, Math.min(ids.size(), from + batch)), tour);
        }
    }
}
