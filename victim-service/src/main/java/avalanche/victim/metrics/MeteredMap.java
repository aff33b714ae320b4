package avalanche.victim.metrics;

import avalanche.victim.map.LockReport;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map whose single-key operations are counted once they are done; walks are not, they have a book of their own. */
public final class MeteredMap implements OrderMap {
    private final OrderMap map;
    private final MapOperations operations;

    /** That map, counted there. */
    public MeteredMap(OrderMap map, MapOperations operations) {
        this.map = map;
        this.operations = operations;
    }

    @Override
    public @Nullable Order get(String id) {
        Order order = map.get(id);
        operations.loaded(id, order != null);
        return order;
    }

    @Override
    public @Nullable Order put(Order order) {
        int keyClass = operations.storing(order.id());
        Order before = map.put(order);
        operations.stored(keyClass);
        return before;
    }

    @Override
    public @Nullable Order replace(Order order) {
        Order before = map.replace(order);
        operations.replaced(order.id());
        return before;
    }

    @Override
    public @Nullable Order remove(String id) {
        Order before = map.remove(id);
        operations.deleted(id);
        return before;
    }

    @Override
    public void walk(Walk walk) {
        map.walk(walk);
    }

    @Override
    public List<String> ids() {
        return map.ids();
    }

    @Override
    public long size() {
        return map.size();
    }

    @Override
    public @Nullable Section section() {
        return map.section();
    }

    @Override
    public @Nullable LockReport lock() {
        return map.lock();
    }

    @Override
    public Map<String, Long> internals() {
        return map.internals();
    }
}
