package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The time that taking a snapshot takes, and copying a HashMap for comparison. */
final class SnapshotTaking {
    private static final int ROUNDS = 11;
    private static final int TAKEN_IN_A_ROUND = 1_000;

    private SnapshotTaking() {}

    /** Nanoseconds to copy the map, the median of several times. */
    static double copyNanos(Map<String, Order> map) {
        List<Double> nanos = new ArrayList<>();
        long entries = 0;
        int copies = Math.max(1, 100_000 / map.size());
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < copies; i++) {
                entries += new HashMap<>(map).size();
            }
            nanos.add((double) (System.nanoTime() - begin) / copies);
        }
        if (entries != 2L * ROUNDS * copies * map.size()) {
            throw new IllegalStateException("a copy is not complete");
        }
        return SnapshotThroughput.median(nanos.subList(ROUNDS, nanos.size()));
    }

    /** Nanoseconds to take a snapshot, see its first order and end it: a median of means. */
    static double nanos(OrderMap map) {
        List<Double> nanos = new ArrayList<>();
        First first = new First();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < TAKEN_IN_A_ROUND; i++) {
                map.walk(first);
            }
            nanos.add((double) (System.nanoTime() - begin) / TAKEN_IN_A_ROUND);
        }
        if (first.visited != 2 * ROUNDS * TAKEN_IN_A_ROUND) {
            throw new IllegalStateException("a walk saw no order");
        }
        return SnapshotThroughput.median(nanos.subList(ROUNDS, nanos.size()));
    }

    /** A walk that has enough once it saw one order. */
    private static final class First implements OrderMap.Walk {
        private int visited;

        @Override
        public void begins() {}

        @Override
        public boolean visit(Order order) {
            visited++;
            return false;
        }

        @Override
        public void stretchEnds() {}
    }
}
