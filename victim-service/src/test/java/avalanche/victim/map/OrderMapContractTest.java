package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.proof.BlockingContract;
import avalanche.victim.map.proof.ConsistencyContract;
import avalanche.victim.map.proof.HashMapModel;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every map keeps to, and what each says of itself, both ways. */
@Timeout(120)
class OrderMapContractTest {
    private static final String ALL = "avalanche.victim.map.Providers#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void behavesAsAMapDoes(OrderMapProvider provider) {
        List<String> ids = IntStream.range(0, 500).mapToObj(id -> "o-" + id).toList();
        HashMapModel.check(provider, ids, 7, 5_000);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void showsAnInstantIfAndOnlyIfItClaimsTo(OrderMapProvider provider) {
        ConsistencyContract.check(provider);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void stopsWritersIfAndOnlyIfItClaimsTo(OrderMapProvider provider) {
        BlockingContract.check(provider);
    }

    @ParameterizedTest
    @MethodSource("withSection")
    void aHeldWalkStopsNewKeysAndACopiedOneNobody(OrderMapProvider provider) {
        BlockingContract.checkSection(provider);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#keepingWrites")
    void losesNothingToConcurrentWritersAndWalks(OrderMapProvider provider) throws Exception {
        OrderMap map = create(provider);
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
    @MethodSource(ALL)
    void aFailingVisitorLeavesTheMapUsable(OrderMapProvider provider) {
        OrderMap map = create(provider);
        map.put(order(1, 1));
        IllegalStateException failure = new IllegalStateException("the client went away");
        assertThatThrownBy(() -> map.walk(visiting(_ -> {
            throw failure;
        }))).isSameAs(failure);
        map.put(order(2, 1));
        assertThat(walked(map)).hasSize(2);
        LockReport lock = map.lock();
        if (lock != null) {
            assertThat(lock.holders()).isEmpty();
        }
    }

    static Stream<OrderMapProvider> withSection() {
        return Providers.all().filter(provider -> create(provider).section() != null);
    }

    private static OrderMap create(OrderMapProvider provider) {
        return provider.create(new MapSettings(4, System::nanoTime));
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
