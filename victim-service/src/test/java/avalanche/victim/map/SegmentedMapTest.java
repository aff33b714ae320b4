package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How keys spread over the segments, and what each of the two walks holds. */
@Timeout(60)
class SegmentedMapTest {
    private static final int ORDERS = 4_200;

    @ParameterizedTest
    @CsvSource({"16, ''", "16, o-", "16, customer-7/order-", "10, ''", "64, ''", "3, ''"})
    void noSegmentHoldsMoreThanTwiceItsShareOfSequentialIds(int segments, String prefix) {
        List<Integer> sizes = sizes(segments, number -> prefix + number);
        assertThat(sizes).hasSize(segments).allMatch(size -> size <= 2 * ORDERS / segments);
    }

    @Test
    void noSegmentHoldsMoreThanTwiceItsShareOfIdsThatCountInSteps() {
        assertThat(sizes(16, number -> String.valueOf(16 * number))).hasSize(16).allMatch(size -> size <= 2 * ORDERS
                / 16);
        assertThat(sizes(16, number -> String.format("%012d", 1_000 * number))).hasSize(16).allMatch(
                size -> size <= 2 * ORDERS / 16);
    }

    /** The sizes of the segments, told by the stretches of a walk. */
    private static List<Integer> sizes(int segments, IntFunction<String> id) {
        SegmentedMap map = new SegmentedMap(segments, System::nanoTime);
        for (int number = 1; number <= ORDERS; number++) {
            map.put(order(id.apply(number)));
        }
        List<Integer> sizes = new ArrayList<>();
        int[] visited = new int[1];
        map.walk(walk(_ -> visited[0]++, () -> {
            sizes.add(visited[0]);
            visited[0] = 0;
        }));
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ORDERS);
        return sizes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 4_096})
    void theNumberOfSegmentsIsASetting(int segments) {
        OrderMap map = MapStrategy.SEGMENTED.create(new MapSettings(segments, System::nanoTime));
        assertThat(map.internals()).containsEntry("segments", (long) segments);
    }

    @Test
    void aHeldWalkStopsTheSegmentThatItIsInAndNoOther() throws Exception {
        SegmentedMap map = filled();
        Map<String, Integer> segmentOf = segmentOf(map);
        String first = map.ids().getFirst();
        String other = map.ids().stream().filter(id -> segmentOf.getOrDefault(id, 0) > 0).findFirst().orElseThrow();
        List<Future<?>> stopped = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            map.walk(walk(visited -> {
                if (visited.id().equals(first)) {
                    stopped.add(threads.submit(() -> map.put(order(first))));
                    awaitWaiter(map);
                    assertThat(threads.submit(() -> map.put(order(other)))).succeedsWithin(Duration.ofSeconds(20));
                    assertThat(stopped.getFirst().isDone()).isFalse();
                }
            }, () -> {}));
            assertThat(stopped.getFirst()).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void aCopiedWalkStopsNoWriterWhileItsCallbacksRunAndDoesNotSeeWhatItCopiedBefore() {
        SegmentedMap map = filled();
        Map<String, Integer> segmentOf = segmentOf(map);
        String first = map.ids().getFirst();
        Set<String> visited = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            boolean more = map.walkCopied(walk(order -> {
                if (visited.isEmpty()) {
                    segmentOf.keySet().forEach(id -> assertThat(threads.submit(() -> map.remove(id))).succeedsWithin(
                            Duration.ofSeconds(20)));
                }
                visited.add(order.id());
            }, () -> {}));
            assertThat(more).isTrue();
        }
        assertThat(visited).contains(first).allMatch(id -> segmentOf.getOrDefault(id, -1) == 0);
        assertThat(visited).hasSize((int) segmentOf.values().stream().filter(segment -> segment == 0).count());
    }

    @Test
    void idsComeSegmentBySegmentSoThatAVisitEntersEachOnce() {
        SegmentedMap map = filled();
        int[] stretches = new int[1];
        List<String> visited = new ArrayList<>();
        assertThat(map.visitHeld(map.ids(), walk(order -> visited.add(order.id()), () -> stretches[0]++))).isTrue();
        assertThat(visited).containsExactlyElementsOf(map.ids());
        assertThat(stretches[0]).isEqualTo((int) segmentOf(map).values().stream().distinct().count());
    }

    private static SegmentedMap filled() {
        SegmentedMap map = new SegmentedMap(4, System::nanoTime);
        for (int number = 0; number < 40; number++) {
            map.put(order("o-" + number));
        }
        return map;
    }

    /** Each id's segment, told by the stretches of a walk. */
    private static Map<String, Integer> segmentOf(SegmentedMap map) {
        Map<String, Integer> segments = new HashMap<>();
        int[] segment = new int[1];
        map.walk(walk(order -> segments.put(order.id(), segment[0]), () -> segment[0]++));
        return segments;
    }

    private static void awaitWaiter(OrderMap map) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            LockReport report = map.lock();
            if (report != null && report.waiters() > 0) {
                return;
            }
            assertThat(System.nanoTime()).as("a writer comes to wait").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Order order(String id) {
        return new Order(id, "c", 1, "");
    }

    private static OrderMap.Walk walk(Consumer<Order> visitor, Runnable stretchEnds) {
        return new OrderMap.Walk() {
            @Override
            public void begins() {}

            @Override
            public boolean visit(Order order) {
                visitor.accept(order);
                return true;
            }

            @Override
            public void stretchEnds() {
                stretchEnds.run();
            }
        };
    }
}
