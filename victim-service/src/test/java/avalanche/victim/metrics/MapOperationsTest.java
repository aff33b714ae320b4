package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MapOperationsTest {
    private static final int A_MILLION = 1_000_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void countsEachOperationByItsKindAndTheClassOfItsKey() {
        OrderMap map = metered("#,order:*");
        map.put(order("1"));
        map.put(order("1"));
        map.replace(order("order:2"));
        map.get("1");
        map.get("order:2");
        map.get("x");
        map.remove("1");
        PrometheusText.Family operations = scrape().family("map_operations_total");
        assertThat(operations.samples().stream().filter(sample -> sample.value() != 0)).containsExactlyInAnyOrder(
                operation(
                        "store", "#", 2), operation("store", "order:*", 1), operation("load", "#", 1), operation("load",
                                "order:*", 1), operation("load", "other", 1), operation("delete", "#", 1));
        assertThat(operations.samples()).as("every series, from the beginning").hasSize(9);
    }

    @Test
    void aMillionDifferentKeysMakeNoSeriesAndNoneIsLost() throws Exception {
        OrderMap map = metered("#,order:*");
        int series = scrape().family("map_operations_total").samples().size();
        inFourThreads(from -> {
            for (int i = from; i < A_MILLION; i += 4) {
                map.get(key(i));
            }
        });
        PrometheusText scrape = scrape();
        PrometheusText.Family operations = scrape.family("map_operations_total");
        assertThat(operations.samples()).hasSize(series);
        assertThat(operations.samples().stream().mapToDouble(PrometheusText.Sample::value).sum()).isEqualTo(A_MILLION);
        for (String pattern : List.of("#", "order:*")) {
            assertThat(operations.samples()).contains(operation("load", pattern, A_MILLION / 4));
        }
        assertThat(operations.samples()).contains(operation("load", "other", A_MILLION / 2));
        PrometheusText.Family misses = scrape.family("map_load_misses");
        assertThat(misses.samples()).hasSize(16).allMatch(shard -> shard.value() > A_MILLION / 32.0);
        assertThat(misses.samples().stream().mapToDouble(PrometheusText.Sample::value).sum()).isEqualTo(A_MILLION);
        assertThat(scrape.family("map_load_miss_ratio").value("map_load_miss_ratio", Map.of())).isEqualTo(1);
    }

    @Test
    void aKeyIsCountedAsWhatItIsAlsoWhereOthersLookAlike() {
        OrderMap map = metered("#");
        map.put(order("17"));
        map.get("17");
        map.get("1x");
        map.put(order("1x"));
        map.get("1x");
        map.get("17");
        assertThat(scrape().family("map_operations_total").samples()).contains(operation("load", "#", 2), operation(
                "load", "other", 2));
    }

    /** A quarter each: digits, orders, other text, and what would have to be escaped in a label. */
    private static String key(int i) {
        return switch (i % 4) {
            case 0 -> Integer.toString(i);
            case 1 -> "order:" + i;
            case 2 -> i + "-customer";
            default -> "\"\\\n\u2603" + i;
        };
    }

    @Test
    void theMissRatioIsThatOfTheLoads() {
        OrderMap map = metered("#");
        assertThat(scrape().family("map_load_miss_ratio").value("map_load_miss_ratio", Map.of())).isNaN();
        map.put(order("1"));
        map.remove("2");
        map.replace(order("3"));
        map.get("1");
        map.get("1");
        map.get("1");
        map.get("4");
        assertThat(scrape().family("map_load_miss_ratio").value("map_load_miss_ratio", Map.of())).isEqualTo(0.25);
    }

    @Test
    void anOperationThatFailsIsNotCounted() {
        OrderMap map = metered("#");
        try {
            map.put(order("1"));
            map.walk(new OrderMap.Walk() {
                @Override
                public void begins() {
                    throw new IllegalStateException("no walk");
                }

                @Override
                public boolean visit(Order order) {
                    return true;
                }

                @Override
                public void stretchEnds() {}
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no walk");
        }
        assertThat(scrape().family("map_operations_total").samples().stream().mapToDouble(PrometheusText.Sample::value)
                .sum()).isEqualTo(1);
    }

    private OrderMap metered(String patterns) {
        MapOperations operations = new MapOperations(KeyPatterns.parse(patterns), System::nanoTime);
        operations.bindTo(registry);
        return new MeteredMap(MapStrategy.CONCURRENT.create(MapSettings.usual()), operations);
    }

    private PrometheusText scrape() {
        return PrometheusText.read(registry.scrape());
    }

    private static PrometheusText.Sample operation(String kind, String pattern, double count) {
        return new PrometheusText.Sample("map_operations_total", Map.of("op", kind, "key_pattern", pattern), count);
    }

    private static void inFourThreads(java.util.function.IntConsumer work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int from = i;
                all.add(threads.submit(() -> work.accept(from)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private static Order order(String id) {
        return new Order(id, "c", 1, "");
    }
}
