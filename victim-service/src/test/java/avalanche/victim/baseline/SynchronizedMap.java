package avalanche.victim.baseline;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Locks the whole map with one monitor; a walk holds it while every callback runs; fails by queueing, as the read-write
 * lock does, and walks and reads stop each other besides.
 */
final class SynchronizedMap implements OrderMap {
    private final Map<String, Order> orders = new HashMap<>();
    private volatile int size;

    @Override
    public synchronized @Nullable Order get(String id) {
        return orders.get(id);
    }

    @Override
    public synchronized @Nullable Order put(Order order) {
        Order before = orders.put(order.id(), order);
        size = orders.size();
        return before;
    }

    @Override
    public synchronized @Nullable Order replace(Order order) {
        return orders.replace(order.id(), order);
    }

    @Override
    public synchronized @Nullable Order remove(String id) {
        Order before = orders.remove(id);
        size = orders.size();
        return before;
    }

    @Override
    public synchronized void walk(Walk walk) {
        walk.begins();
        for (Order order : orders.values()) {
            if (!walk.visit(order)) {
                break;
            }
        }
        walk.stretchEnds();
    }

    @Override
    public synchronized List<String> ids() {
        return new ArrayList<>(orders.keySet());
    }

    @Override
    public long size() {
        return size;
    }
}
