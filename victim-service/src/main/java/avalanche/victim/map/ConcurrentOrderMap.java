package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
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
        LockedMap.visitAll(orders.values(), walk);
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        return new ArrayList<>(orders.keySet());
    }

    @Override
    public long size() {
        return orders.mappingCount();
    }
}
