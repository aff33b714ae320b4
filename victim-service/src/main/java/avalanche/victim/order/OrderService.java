package avalanche.victim.order;

import avalanche.victim.fault.SlowCallback;
import avalanche.victim.map.OrderMap;
import avalanche.victim.setting.InvalidSetting;
import avalanche.victim.traversal.Traversals;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The orders: kept in a map, exported by a walk that is held up at each entry. */
public final class OrderService {
    private final OrderMap map;
    private final Traversals traversals;
    private final SlowCallback callback;
    private final Changes changes = new Changes();
    private final AtomicLong lastId = new AtomicLong();

    /** Orders in that map. */
    public OrderService(OrderMap map, Traversals traversals, SlowCallback callback) {
        this.map = map;
        this.traversals = traversals;
        this.callback = callback;
    }

    Order create(OrderBody body) {
        Order order = body.as(Long.toString(lastId.incrementAndGet()));
        map.put(order);
        return order;
    }

    @Nullable
    Order find(String id) {
        return map.get(id);
    }

    /** The order as it stands once it changed or the time is over; no lock is held meanwhile. */
    @Nullable
    Order findChanged(String id, Duration atMost) {
        try (Changes.Watch watch = changes.watch(id)) {
            Order order = map.get(id);
            return order != null && watch.await(atMost) ? map.get(id) : order;
        }
    }

    /** The order as it now stands, or null where there is none to update. */
    @Nullable
    Order update(String id, OrderBody body) {
        Order order = body.as(id);
        if (map.replace(order) == null) {
            return null;
        }
        changes.changed(id);
        return order;
    }

    boolean delete(String id) {
        boolean there = map.remove(id) != null;
        if (there) {
            changes.changed(id);
        }
        return there;
    }

    /**
     * An export in the mode that is in force.
     *
     * @param after the checkpoint that it goes on from, null for a whole one
     * @throws InvalidSetting where it cannot go on from there
     */
    Export export(@Nullable String after) {
        return new Export(traversals.prepare(after), callback);
    }
}
