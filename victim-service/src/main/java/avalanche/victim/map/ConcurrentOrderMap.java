package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks one bin for the moment of a write; nothing of ours runs under it; fails only in consistency: a walk may or may
 * not see what is written while it runs.
 */
final class ConcurrentOrderMap implements OrderMap {
    private final ConcurrentHashMap<String, Order> orders = new ConcurrentHashMap<>();

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
        orders.values().forEach(walk::visit);
        walk.stretchEnds();
    }

    @Override
    public long size() {
        return orders.mappingCount();
    }

    @Override
    public @Nullable LockReport lock() {
        return null;
    }

    @Override
    public Map<String, Long> internals() {
        return Map.of();
    }
}
