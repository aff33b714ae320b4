package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.LockReport;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Maps with orders in them, and walks over them. */
final class Walks {
    static final int MANY = 100_000;

    private Walks() {}

    /** Every strategy with every mode that it allows. */
    static Stream<Arguments> combinations() {
        return Arrays.stream(MapStrategy.values()).flatMap(strategy -> allowed(strategy).stream().map(
                mode -> Arguments.of(strategy, mode)));
    }

    /** Every strategy with every mode that it does not allow. */
    static Stream<Arguments> refusals() {
        return Arrays.stream(MapStrategy.values()).flatMap(strategy -> Arrays.stream(TraversalMode.values()).filter(
                mode -> !allowed(strategy).contains(mode)).map(mode -> Arguments.of(strategy, mode)));
    }

    /** The strategies whose maps have a critical section. */
    static Stream<MapStrategy> withSection() {
        return Arrays.stream(MapStrategy.values()).filter(strategy -> filled(strategy, 0, 1).section() != null);
    }

    private static List<TraversalMode> allowed(MapStrategy strategy) {
        return TraversalMode.allowed(filled(strategy, 0, 1).section() != null);
    }

    /** A map of the orders 100, 101, …. */
    static OrderMap filled(MapStrategy strategy, int count, int segments) {
        OrderMap map = strategy.create(new MapSettings(segments, System::nanoTime));
        for (int i = 0; i < count; i++) {
            map.put(order(Integer.toString(100 + i), 1));
        }
        return map;
    }

    static Order order(String id, int items) {
        return new Order(id, "c", items, "");
    }

    static TraversalSetting setting(TraversalMode mode, int batch, int pagesPerSecond, int deadlineMillis,
            int entriesPerSecond) {
        return new TraversalSetting(mode, Map.of(Limit.BATCH, batch, Limit.PAGES_PER_SECOND, pagesPerSecond,
                Limit.DEADLINE, deadlineMillis, Limit.ENTRIES_PER_SECOND, entriesPerSecond));
    }

    /** Walks in batches, which nothing else holds up. */
    static TraversalSetting unhurried(TraversalMode mode, int batch) {
        return setting(mode, batch, 10_000, 3_600_000, MANY);
    }

    static Traversals over(OrderMap map, TraversalSetting setting, Waiting waiting) {
        return new Traversals(map, "that", setting, waiting);
    }

    static Walked walk(Traversals traversals, Predicate<Order> visitor) {
        return traversals.prepare(null).walk(visitor::test, new Cancellation());
    }

    /** Walks on from a token, which is null at first. */
    static Walked walk(Traversals traversals, @org.jspecify.annotations.Nullable String after,
            Predicate<Order> visitor) {
        return traversals.prepare(after).walk(visitor::test, new Cancellation());
    }

    /** The ids that a whole walk visits, in its order. */
    static List<String> ids(Traversals traversals) {
        List<String> ids = new ArrayList<>();
        walk(traversals, order -> ids.add(order.id()));
        return ids;
    }

    /** Waits until so many wait for the map's lock. */
    static void awaitWaiters(OrderMap map, int waiters) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            LockReport report = map.lock();
            if (report != null && report.waiters() == waiters) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("never " + waiters + " waiters: " + map.lock());
    }
}
