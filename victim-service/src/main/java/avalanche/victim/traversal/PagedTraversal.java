package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Locks what listing the ids and reading an order lock; callbacks run under no lock, page by page of orders read before;
 * fails in time: so many pages a second, whatever their number.
 */
final class PagedTraversal implements Traversal {
    private final int batch;
    private final int pagesPerSecond;
    private final Waiting waiting;

    PagedTraversal(int batch, int pagesPerSecond, Waiting waiting) {
        this.batch = batch;
        this.pagesPerSecond = pagesPerSecond;
        this.waiting = waiting;
    }

    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        List<String> ids = map.ids();
        tour.begins();
        Pace pace = Pace.atOnce(pagesPerSecond, waiting.nanos());
        for (int from = 0; from < ids.size() && tour.awaits(pace.due()); from += batch) {
            pace.step(waiting.nanos());
            List<Order> page = ids.subList(from, Math.min(ids.size(), from + batch)).stream().map(map::get).filter(
                    Objects::nonNull).toList();
            boolean more = page.stream().allMatch(tour::visit);
            tour.stretchEnds();
            if (!more) {
                break;
            }
        }
        return null;
    }
}
