package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each mode sees of writes that happen while it walks. */
@Timeout(60)
class StalenessTest {
    private static final int ORDERS = 12;
    private static final int BATCH = 4;

    private final FakeClock clock = new FakeClock();
    private final List<Order> seen = new ArrayList<>();

    static Stream<MapStrategy> instant() {
        return Stream.of(MapStrategy.values()).filter(strategy -> strategy.guarantees()
                .consistency() == Consistency.INSTANT && !strategy.guarantees().stopsWriters());
    }

    /** The copy is of one instant: what is changed is stale, what is deleted is still visited, what is created is missed. */
    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#withSection")
    void aCopyIsAsItWasAtItsInstant(MapStrategy strategy) {
        OrderMap map = Walks.filled(strategy, ORDERS, 1);
        walk(map, TraversalMode.COPIED, order -> {
            writeElsewhere(map, order);
            map.put(Walks.order("new", 1));
        });
        assertThat(seen).hasSize(ORDERS).allMatch(order -> order.items() == 1);
    }

    /** The same of a strategy whose own walk is a snapshot. */
    @ParameterizedTest
    @MethodSource("instant")
    void aSnapshotIsAsItWasAtItsInstant(MapStrategy strategy) {
        for (TraversalMode mode : List.of(TraversalMode.NATURAL, TraversalMode.YIELDING)) {
            OrderMap map = Walks.filled(strategy, ORDERS, 1);
            seen.clear();
            walk(map, mode, order -> {
                writeElsewhere(map, order);
                map.put(Walks.order("new", 1));
            });
            assertThat(seen).hasSize(ORDERS).allMatch(order -> order.items() == 1);
        }
    }

    /** A page is as it was when it was read; the next one is as fresh as its own reading. */
    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void aPageIsAsFreshAsItself(MapStrategy strategy) {
        OrderMap map = Walks.filled(strategy, ORDERS, 4);
        walk(map, TraversalMode.PAGED, order -> {
            if (seen.size() == 1) {
                writeElsewhere(map, order);
                map.put(Walks.order("new", 1));
            }
        });
        assertThat(seen.subList(0, BATCH)).allMatch(order -> order.items() == 1);
        assertThat(seen.subList(BATCH, seen.size())).isNotEmpty().allMatch(order -> order.items() == 2)
                .allMatch(order -> Integer.parseInt(order.id()) % 2 == 0);
    }

    /** Nothing is older than its visit; what is created is missed in the same call. */
    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void aBoundedWalkReadsEachOrderAtItsVisit(MapStrategy strategy) {
        OrderMap map = Walks.filled(strategy, ORDERS, 4);
        walk(map, TraversalMode.BOUNDED, order -> {
            if (seen.size() == 1) {
                writeElsewhere(map, order);
                map.put(Walks.order("10A", 1));
            }
        });
        assertThat(seen).extracting(Order::id).containsExactly("100", "102", "104", "106", "108", "110");
        assertThat(seen.subList(1, seen.size())).allMatch(order -> order.items() == 2);
    }

    /** A later part sees what was created after its checkpoint, and neither what was before it nor what is after the end. */
    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void aLaterPartSeesWhatWasCreatedAfterItsCheckpoint(MapStrategy strategy) {
        OrderMap map = Walks.filled(strategy, ORDERS, 4);
        Traversals traversals = Walks.over(map, Walks.unhurried(TraversalMode.BOUNDED, BATCH), clock);
        Checkpoint checkpoint = Walks.walk(traversals, order -> !order.id().equals("105")).checkpoint();
        assertThat(checkpoint).isEqualTo(new Checkpoint("105", "111"));
        for (String created : List.of("10", "104A", "10A", "112")) {
            map.put(Walks.order(created, 1));
        }
        Walks.walk(traversals, new Checkpoint("105", "111").token(), seen::add);
        assertThat(seen).extracting(Order::id).containsExactly("106", "107", "108", "109", "10A", "110", "111");
    }

    /** Between two batches writers come in: later batches are as fresh as themselves, and new orders are missed. */
    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#withSection")
    void aLaterBatchSeesWhatWasWrittenBetweenBatches(MapStrategy strategy) {
        OrderMap map = Walks.filled(strategy, ORDERS, 1);
        clock.onYield(() -> {
            writeElsewhere(map, seen.getFirst());
            map.put(Walks.order("new", 1));
        });
        walk(map, TraversalMode.YIELDING, _ -> {});
        assertThat(seen.subList(0, BATCH)).allMatch(order -> order.items() == 1);
        assertThat(seen.subList(BATCH, seen.size())).isNotEmpty().allMatch(order -> order.items() == 2)
                .allMatch(order -> Integer.parseInt(order.id()) % 2 == 0);
    }

    private void walk(OrderMap map, TraversalMode mode, java.util.function.Consumer<Order> visitor) {
        Walks.walk(Walks.over(map, Walks.unhurried(mode, BATCH), clock), order -> {
            seen.add(order);
            visitor.accept(order);
            return true;
        });
        assertThat(seen).extracting(Order::id).doesNotHaveDuplicates().doesNotContain("new");
    }

    /** Changes the orders with an even number, deletes those with an odd one; not the given one. */
    private static void writeElsewhere(OrderMap map, Order but) {
        for (int id = 100; id < 100 + ORDERS; id++) {
            String text = Integer.toString(id);
            if (!text.equals(but.id())) {
                if (id % 2 == 0) {
                    map.replace(Walks.order(text, 2));
                } else {
                    map.remove(text);
                }
            }
        }
    }
}
