package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class OrderMapContractTest {
    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void behavesAsAMapDoes(MapStrategy strategy) {
        OrderMap map = create(strategy);
        Map<String, Order> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Order order = order(random.nextInt(500), i);
            String id = order.id();
            switch (random.nextInt(5)) {
                case 0, 1 -> assertThat(map.put(order)).isEqualTo(expected.put(id, order));
                case 2 -> assertThat(map.replace(order)).isEqualTo(expected.replace(id, order));
                case 3 -> assertThat(map.remove(id)).isEqualTo(expected.remove(id));
                default -> assertThat(map.get(id)).isEqualTo(expected.get(id));
            }
            assertThat(map.size()).isEqualTo(expected.size());
            if (i % 1_000 == 0) {
                assertThat(walked(map)).containsExactlyInAnyOrderElementsOf(expected.values());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void losesNothingToConcurrentWritersAndWalks(MapStrategy strategy) throws Exception {
        OrderMap map = create(strategy);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int from = writer * 1_000;
                all.add(threads.submit(() -> writeAThousand(map, from)));
            }
            all.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    assertThat(walked(map).stream().map(Order::id)).doesNotHaveDuplicates();
                }
            }));
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(map.size()).isEqualTo(2_000);
        assertThat(walked(map)).hasSize(2_000).allMatch(order -> order.items() == 2);
    }

    private static void writeAThousand(OrderMap map, int from) {
        for (int i = from; i < from + 1_000; i++) {
            map.put(order(i, 1));
            assertThat(map.replace(order(i, 2))).isEqualTo(order(i, 1));
            if (i % 2 == 1) {
                assertThat(map.remove(order(i, 0).id())).isEqualTo(order(i, 2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = MapStrategy.class, names = {"LOCKED", "SEGMENTED"})
    void aWalkStopsAWriterAndTheLockTellsSo(MapStrategy strategy) throws Exception {
        OrderMap map = strategy.create(new MapSettings(1, System::nanoTime));
        map.put(order(1, 1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch inCallback = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<?> walk = threads.submit(() -> map.walk(visiting(_ -> {
                inCallback.countDown();
                awaitQuietly(goOn);
            })));
            inCallback.await();
            Future<?> write = threads.submit(() -> map.put(order(2, 1)));
            LockReport report = awaitWaiter(map);
            assertThat(report.holders()).extracting(LockReport.Holder::doing).containsExactly("traversal");
            assertThat(report.contended()).isEqualTo(1);
            assertThat(write.isDone()).isFalse();
            assertThat(map.size()).isEqualTo(1);
            goOn.countDown();
            walk.get();
            write.get();
        }
        assertThat(map.size()).isEqualTo(2);
        assertThat(map.lock()).isNotNull().satisfies(report -> assertThat(report.waiters()).isZero());
    }

    @ParameterizedTest
    @EnumSource(value = MapStrategy.class, names = {"DUAL_MAP", "HASH_TRIE", "SNAPSHOT", "CONCURRENT"})
    void aWalkStopsNoWriter(MapStrategy strategy) throws Exception {
        OrderMap map = create(strategy);
        map.put(order(1, 1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            map.walk(visiting(visited -> {
                if (visited.id().equals("o-1")) {
                    completes(threads.submit(() -> map.put(order(2, 1))));
                    completes(threads.submit(() -> map.replace(order(1, 2))));
                    completes(threads.submit(() -> map.remove("o-2")));
                }
            }));
        }
        assertThat(walked(map)).containsExactly(order(1, 2));
    }

    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void aFailingVisitorLeavesTheMapUsable(MapStrategy strategy) {
        OrderMap map = create(strategy);
        map.put(order(1, 1));
        IllegalStateException failure = new IllegalStateException("the client went away");
        assertThatThrownBy(() -> map.walk(visiting(_ -> {
            throw failure;
        }))).isSameAs(failure);
        map.put(order(2, 1));
        assertThat(walked(map)).hasSize(2);
    }

    private static LockReport awaitWaiter(OrderMap map) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            LockReport report = map.lock();
            if (report != null && report.waiters() == 1) {
                return report;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no writer came to wait");
    }

    private static void completes(Future<?> write) {
        assertThat(write).succeedsWithin(Duration.ofSeconds(20));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static OrderMap create(MapStrategy strategy) {
        return strategy.create(new MapSettings(4, System::nanoTime));
    }

    private static Order order(int id, int items) {
        return new Order("o-" + id, "c", items, "");
    }

    private static List<Order> walked(OrderMap map) {
        List<Order> seen = new ArrayList<>();
        map.walk(visiting(seen::add));
        return seen;
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
