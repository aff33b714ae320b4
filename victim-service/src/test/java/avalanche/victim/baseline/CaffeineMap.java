package avalanche.victim.baseline;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Locks one bin for the moment of a write, and the eviction policy's lock in the background; nothing of ours runs under
 * either; fails by forgetting: beyond its bound it drops an order.
 *
 * <p>
 * A Caffeine cache bounded to {@value #BOUND} orders, with its statistics recorded; a map of that many orders or fewer
 * loses none.
 */
final class CaffeineMap implements OrderMap {
    static final long BOUND = 4_000_000;

    private final Cache<String, Order> orders = Caffeine.newBuilder().maximumSize(BOUND).recordStats().build();

    @Override
    public @Nullable Order get(String id) {
        return orders.getIfPresent(id);
    }

    @Override
    public @Nullable Order put(Order order) {
        return orders.asMap().put(order.id(), order);
    }

    @Override
    public @Nullable Order replace(Order order) {
        return orders.asMap().replace(order.id(), order);
    }

    @Override
    public @Nullable Order remove(String id) {
        return orders.asMap().remove(id);
    }

    @Override
    public void walk(Walk walk) {
        walk.begins();
        for (Order order : orders.asMap().values()) {
            if (!walk.visit(order)) {
                break;
            }
        }
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        return new ArrayList<>(orders.asMap().keySet());
    }

    @Override
    public long size() {
        return orders.estimatedSize();
    }

    @Override
    public Map<String, Long> internals() {
        CacheStats stats = orders.stats();
        return Map.of("hits", stats.hitCount(), "misses", stats.missCount(), "evictions", stats.evictionCount());
    }
}
