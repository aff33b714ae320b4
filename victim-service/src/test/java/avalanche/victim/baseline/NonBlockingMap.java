package avalanche.victim.baseline;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import org.jctools.maps.NonBlockingHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks nothing, a write is a compare-and-set of a slot; nothing of ours runs in between; fails in memory: a removed key
 * keeps its slot until the table is copied into another one, which writers do together.
 *
 * <p>
 * JCTools' {@code NonBlockingHashMap}, after Cliff Click's.
 */
final class NonBlockingMap implements OrderMap {
    private final NonBlockingHashMap<String, Order> orders = new NonBlockingHashMap<>();

    @Override
    public @Nullable Order get(String id) {
        return orders.get(id);
    }

    @Override
    public @Nullable Order put(Order order) {
        return orders.put(order.id(), order);
    }

    @Override
    public @Nullable Order replace(Order order) {
        return orders.replace(order.id(), order);
    }

    @Override
    public @Nullable Order remove(String id) {
        return orders.remove(id);
    }

    @Override
    public void walk(Walk walk) {
        walk.begins();
        for (Order order : orders.values()) {
            if (!walk.visit(order)) {
                break;
            }
        }
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        return new ArrayList<>(orders.keySet());
    }

    @Override
    public long size() {
        return orders.size();
    }
}
