package avalanche.victim.map.mutant;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A map that takes an id's hash code for the id. */
final class CollisionMutant implements OrderMap {
    private final ConcurrentHashMap<Integer, Order> orders = new ConcurrentHashMap<>();

    @Override
    public @Nullable Order get(String id) {
        return orders.get(id.hashCode());
    }

    @Override
    public @Nullable Order put(Order order) {
        return orders.put(order.id().hashCode(), order);
    }

    @Override
    public @Nullable Order replace(Order order) {
        return orders.replace(order.id().hashCode(), order);
    }

    @Override
    public @Nullable Order remove(String id) {
        return orders.remove(id.hashCode());
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
        return orders.values().stream().map(Order::id).toList();
    }

    @Override
    public long size() {
        return orders.mappingCount();
    }
}
