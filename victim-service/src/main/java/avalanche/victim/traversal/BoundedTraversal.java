package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Locks what listing the ids and reading an order lock; callbacks run under no lock; fails to finish: it stops at its
 * deadline, and is whole only when it is gone on with until the end.
 *
 * <p>
 * Each call lists all ids of n and visits k of them in the checkpoint's order: O(n + k log n) in time, since building a
 * heap takes O(n) unless the ids come in falling order (O(n log n)), and O(n) in memory. It visits one order at least, so
 * that going on leads to the end however short the deadline.
 */
final class BoundedTraversal implements Traversal {
    private final long deadlineNanos;
    private final int entriesPerSecond;
    private final Waiting waiting;

    BoundedTraversal(int deadlineMillis, int entriesPerSecond, Waiting waiting) {
        this.deadlineNanos = TimeUnit.MILLISECONDS.toNanos(deadlineMillis);
        this.entriesPerSecond = entriesPerSecond;
        this.waiting = waiting;
    }

    @Override
    public @Nullable Checkpoint walk(OrderMap map, Tour tour) {
        long called = waiting.nanos();
        Checkpoint from = tour.from();
        Pace pace = from == null ? Pace.atOnce(entriesPerSecond, called) : Pace.goingOn(entriesPerSecond, called);
        List<String> ids = map.ids();
        Checkpoint begin = from == null ? beginning(ids) : from;
        tour.begins();
        if (begin == null) {
            return null;
        }
        PriorityQueue<String> left = new PriorityQueue<>(Checkpoint.ORDER);
        ids.stream().filter(begin::leaves).forEach(left::add);
        String last = visit(map, left, tour, pace, called + deadlineNanos);
        tour.stretchEnds();
        boolean whole = tour.ending() == Ending.COMPLETED;
        return whole ? null : new Checkpoint(last == null ? begin.after() : last, begin.until());
    }

    private static @Nullable Checkpoint beginning(List<String> ids) {
        return ids.stream().max(Checkpoint.ORDER).map(last -> new Checkpoint(null, last)).orElse(null);
    }

    /** Visits what is left until the tour ends; answers the last id whose turn it was, null where there was none. */
    private @Nullable String visit(OrderMap map, PriorityQueue<String> left, Tour tour, Pace pace, long deadline) {
        String last = null;
        boolean visited = false;
        for (String id = left.poll(); id != null; id = left.poll()) {
            if (visited && isOver(deadline, pace)) {
                tour.stop(Ending.DEADLINE);
            }
            if (!tour.awaits(pace.due())) {
                return last;
            }
            last = id;
            Order order = map.get(id);
            if (order != null) {
                visited = true;
                pace.step(waiting.nanos());
                tour.offer(order);
            }
        }
        return last;
    }

    /** Whether the deadline has come, or comes before the next order's turn. */
    private boolean isOver(long deadline, Pace pace) {
        long now = waiting.nanos();
        return Math.max(0, pace.due() - now) >= deadline - now;
    }
}
