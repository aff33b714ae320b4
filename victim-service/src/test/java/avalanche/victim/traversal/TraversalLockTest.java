package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.LockReport;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which modes hold a lock while a callback runs, shown by a writer. */
@Timeout(60)
class TraversalLockTest {
    private static final int ORDERS = 2_000;
    private static final List<TraversalMode> OUTSIDE = List.of(TraversalMode.COPIED, TraversalMode.PAGED,
            TraversalMode.BOUNDED);
    private static final List<TraversalMode> INSIDE = List.of(TraversalMode.HELD, TraversalMode.YIELDING_HELD);

    static Stream<Arguments> outside() {
        return Walks.combinations().filter(each -> OUTSIDE.contains((TraversalMode) each.get()[1]));
    }

    static Stream<Arguments> inside() {
        return Walks.combinations().filter(each -> INSIDE.contains((TraversalMode) each.get()[1]));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void writersGoOnWhileACallbackRuns(MapStrategy strategy, TraversalMode mode) {
        OrderMap map = Walks.filled(strategy, 20, 4);
        Traversals traversals = Walks.over(map, Walks.unhurried(mode, 7), Waiting.REAL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Walked walked = Walks.walk(traversals, order -> {
                completes(threads.submit(() -> map.put(Walks.order("new-" + order.id(), 1))));
                completes(threads.submit(() -> map.replace(Walks.order(order.id(), 2))));
                completes(threads.submit(() -> map.remove("new-" + order.id())));
                return true;
            });
            assertThat(walked.ending()).isEqualTo(Ending.COMPLETED);
        }
        assertThat(map.size()).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("inside")
    void aWriterWaitsUntilTheWalkEnds(MapStrategy strategy, TraversalMode mode) throws Exception {
        OrderMap map = Walks.filled(strategy, ORDERS, 1);
        Traversals traversals = Walks.over(map, Walks.unhurried(mode, 1), Waiting.REAL);
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Walked walked = Walks.walk(traversals, _ -> {
                if (writers.isEmpty()) {
                    writers.add(threads.submit(() -> map.put(Walks.order("new", 1))));
                    Walks.awaitWaiters(map, 1);
                }
                assertThat(map.size()).isEqualTo(ORDERS);
                return true;
            });
            assertThat(walked.ending()).isEqualTo(Ending.COMPLETED);
            writers.getFirst().get();
        }
        assertThat(map.size()).isEqualTo(ORDERS + 1);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#withSection")
    void yieldingLetsAWaitingWriterInBetweenTwoBatches(MapStrategy strategy) throws Exception {
        OrderMap map = Walks.filled(strategy, ORDERS, 1);
        Traversals traversals = Walks.over(map, Walks.unhurried(TraversalMode.YIELDING, 2), Waiting.REAL);
        List<Future<?>> writers = new ArrayList<>();
        AtomicInteger visited = new AtomicInteger();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Walks.walk(traversals, _ -> {
                if (visited.incrementAndGet() == 1) {
                    writers.add(threads.submit(() -> map.put(Walks.order("new", 1))));
                    Walks.awaitWaiters(map, 1);
                }
                if (visited.get() <= 2) {
                    assertThat(map.size()).isEqualTo(ORDERS);
                }
                return map.size() == ORDERS;
            });
            writers.getFirst().get();
        }
        assertThat(visited.get()).isBetween(3, ORDERS - 1);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void aStretchEndsWhileItsLockIsStillHeld(MapStrategy strategy, TraversalMode mode) {
        OrderMap map = Walks.filled(strategy, 10, 1);
        Traversals traversals = Walks.over(map, Walks.unhurried(mode, 3), new FakeClock());
        List<Integer> visits = new ArrayList<>();
        List<Boolean> held = new ArrayList<>();
        traversals.prepare(null).walk(new Visitor() {
            private int since;

            @Override
            public boolean visit(Order order) {
                since++;
                return true;
            }

            @Override
            public void stretchEnds() {
                visits.add(since);
                since = 0;
                LockReport lock = map.lock();
                held.add(lock != null && !lock.holders().isEmpty());
            }
        }, new Cancellation());
        boolean batches = mode == TraversalMode.PAGED || (mode == TraversalMode.YIELDING && map.section() != null);
        assertThat(visits).isEqualTo(batches ? List.of(3, 3, 3, 1) : List.of(10));
        boolean natural = mode == TraversalMode.NATURAL || (mode == TraversalMode.YIELDING && map.section() == null);
        boolean inside = natural ? strategy.guarantees().stopsWriters() : !OUTSIDE.contains(mode);
        assertThat(held).containsOnly(inside);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void onlyTheYieldingModesYieldAndDoSoAfterEachBatch(MapStrategy strategy, TraversalMode mode) {
        FakeClock clock = new FakeClock();
        Walks.ids(Walks.over(Walks.filled(strategy, 10, 4), Walks.unhurried(mode, 3), clock));
        boolean yields = mode == TraversalMode.YIELDING || mode == TraversalMode.YIELDING_HELD;
        assertThat(clock.yields()).isEqualTo(yields ? 3 : 0);
    }

    private static void completes(Future<?> write) {
        assertThat(write).succeedsWithin(Duration.ofSeconds(20));
    }
}
