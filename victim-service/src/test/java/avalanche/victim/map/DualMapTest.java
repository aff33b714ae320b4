package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dual map's walks, and what it tells of itself while one holds its mutex. */
@Timeout(60)
class DualMapTest {
    private final DualMap map = new DualMap(System::nanoTime);

    @Test
    void aHeldWalkStopsKeysThatAreNotYetReadAndNoOthers() throws Exception {
        map.put(order(1, 1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?>[] stopped = new Future<?>[1];
            map.walkHeld(visiting(_ -> {
                stopped[0] = threads.submit(() -> map.put(order(2, 1)));
                awaitWaiter();
                assertThat(threads.submit(() -> map.put(order(1, 2)))).succeedsWithin(Duration.ofSeconds(20));
                assertThat(threads.submit(() -> map.get("o-1"))).succeedsWithin(Duration.ofSeconds(20));
                assertThat(threads.submit(() -> map.size())).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1L);
                assertThat(threads.submit(map::internals)).succeedsWithin(Duration.ofSeconds(20));
                assertThat(stopped[0].isDone()).isFalse();
            }));
            assertThat(stopped[0]).isNotNull().succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(map.get("o-1")).isEqualTo(order(1, 2));
        assertThat(map.get("o-2")).isEqualTo(order(2, 1));
    }

    @Test
    void aCopiedWalkHoldsNothingWhileItsCallbacksRun() {
        map.put(order(1, 1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            map.walkCopied(visiting(visited -> {
                assertThat(visited).isEqualTo(order(1, 1));
                assertThat(threads.submit(() -> map.put(order(2, 1)))).succeedsWithin(Duration.ofSeconds(20));
            }));
        }
        assertThat(map.size()).isEqualTo(2);
    }

    @Test
    void tellsItsTablesAndWhatTheyCost() {
        map.put(order(1, 1));
        map.put(order(2, 1));
        assertThat(map.internals()).containsEntry("readSize", 0L).containsEntry("dirtySize", 2L).containsEntry(
                "amended", 1L);
        map.walk(visiting(_ -> {}));
        map.remove("o-1");
        map.put(order(3, 1));
        map.get("o-4");
        assertThat(map.internals()).isEqualTo(Map.of("promotions", 1L, "dirtyCopies", 2L, "entriesCopied", 1L,
                "expunged", 1L, "misses", 1L, "readSize", 2L, "dirtySize", 2L, "amended", 1L));
        map.get("o-4");
        assertThat(map.internals()).containsEntry("promotions", 2L).containsEntry("misses", 0L).containsEntry(
                "readSize", 2L).containsEntry("dirtySize", 0L).containsEntry("amended", 0L);
    }

    @Test
    void aVisitOfIdsPassesOverThoseThatAreGone() {
        map.put(order(1, 1));
        map.put(order(2, 1));
        List<String> ids = map.ids();
        map.remove("o-1");
        List<Order> seen = new ArrayList<>();
        assertThat(map.visitHeld(ids, visiting(seen::add))).isTrue();
        assertThat(seen).containsExactly(order(2, 1));
    }

    private void awaitWaiter() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (map.lock().waiters() == 0) {
            assertThat(System.nanoTime()).as("a writer comes to wait").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Order order(int id, int items) {
        return new Order("o-" + id, "c", items, "");
    }

    private static OrderMap.Walk visiting(Consumer<Order> visitor) {
        return new OrderMap.Walk() {
            @Override
            public void begins() {}

            @Override
            public boolean visit(Order order) {
                visitor.accept(order);
                return true;
            }

            @Override
            public void stretchEnds() {}
        };
    }
}
