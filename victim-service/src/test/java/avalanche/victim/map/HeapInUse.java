package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;

/** Bytes on the heap that are reachable. */
final class HeapInUse {
    private HeapInUse() {}

    /** Reachable bytes, after a full collection. */
    static long bytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What is held for one live snapshot while so many random orders are put again: the same ones, so no orders count. */
    static long heldByASnapshot(OrderMap map, List<Order> orders, int puts) {
        Holding holding = new Holding(map, orders, puts);
        map.walk(holding);
        return holding.withSnapshot - bytes();
    }

    /** A walk that, before it visits anything, puts orders and measures. */
    private static final class Holding implements OrderMap.Walk {
        private final OrderMap map;
        private final List<Order> orders;
        private final int puts;
        private long withSnapshot;

        private Holding(OrderMap map, List<Order> orders, int puts) {
            this.map = map;
            this.orders = orders;
            this.puts = puts;
        }

        @Override
        public void begins() {
            SplittableRandom random = new SplittableRandom(puts);
            for (int i = 0; i < puts; i++) {
                map.put(orders.get(random.nextInt(orders.size())));
            }
            withSnapshot = bytes();
        }

        @Override
        public boolean visit(Order order) {
            return false;
        }

        @Override
        public void stretchEnds() {}
    }
}
