package avalanche.victim.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.LockReport;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.metrics.KeyPatterns;
import avalanche.victim.metrics.MapOperations;
import avalanche.victim.metrics.MeteredMap;
import avalanche.victim.metrics.PrometheusText;
import avalanche.victim.order.Order;
import avalanche.victim.traversal.Cancellation;
import avalanche.victim.traversal.TraversalSetting;
import avalanche.victim.traversal.Traversals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void aScrapeIsOfTheFormatWithHelpAndTypeForEachOfTheMapsMetrics(MapStrategy strategy) {
        PrometheusText text = used(strategy, true);
        text.families().forEach((name, family) -> {
            assertThat(family.type()).as(name).isIn("counter", "gauge", "histogram", "summary");
            assertThat(name.endsWith("_total")).as(name).isEqualTo(family.type().equals("counter"));
        });
        assertThat(text.families().keySet().stream().filter(name -> name.startsWith("map_"))).contains(
                "map_operations_total", "map_load_misses", "map_load_miss_ratio", "map_traversal_duration_seconds")
                .allSatisfy(name -> assertThat(text.family(name).help()).isNotBlank());
    }

    @Test
    void theNamesLabelsAndTypesAreThoseAskedFor() {
        PrometheusText text = used(MapStrategy.SEGMENTED, true);
        assertThat(text.family("map_operations_total").type()).isEqualTo("counter");
        assertThat(text.family("map_operations_total").samples()).hasSize(9).allSatisfy(sample -> assertThat(sample
                .labels())
                .containsOnlyKeys("op", "key_pattern"));
        assertThat(text.family("map_load_misses").type()).isEqualTo("gauge");
        assertThat(text.family("map_load_misses").samples()).hasSize(16).allSatisfy(sample -> assertThat(sample
                .labels())
                .containsOnlyKeys("shard"));
        assertThat(text.family("map_load_miss_ratio").value("map_load_miss_ratio", Map.of())).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map_lock_wait_seconds", "map_lock_hold_seconds", "map_traversal_duration_seconds"})
    void bucketsAreCumulativeAndEndInTheCount(String name) {
        PrometheusText.Family histogram = used(MapStrategy.LOCKED, true).family(name);
        assertThat(histogram.type()).isEqualTo("histogram");
        List<PrometheusText.Sample> buckets = histogram.samples().stream().filter(sample -> sample.name().equals(name
                + "_bucket")).toList();
        assertThat(buckets).hasSizeGreaterThan(20);
        double bound = 0;
        double below = 0;
        for (PrometheusText.Sample bucket : buckets) {
            double upper = Double.parseDouble(String.valueOf(bucket.labels().get("le")).replace("+Inf", "Infinity"));
            assertThat(upper).isGreaterThan(bound);
            assertThat(bucket.value()).isGreaterThanOrEqualTo(below);
            bound = upper;
            below = bucket.value();
        }
        assertThat(bound).isInfinite();
        assertThat(histogram.value(name + "_count", Map.of())).isEqualTo(below).isPositive();
        assertThat(histogram.value(name + "_sum", Map.of())).isNotNegative();
    }

    @Test
    void theLocksHistogramsAreThoseOfTheVitals() {
        OrderMap map = MapStrategy.LOCKED.create(MapSettings.usual());
        fill(map);
        try (Metrics metrics = metrics(map, naturally(map), null)) {
            LockReport lock = Objects.requireNonNull(map.lock());
            PrometheusText.Family holds = PrometheusText.read(metrics.scrape()).family("map_lock_hold_seconds");
            assertThat((long) holds.value("map_lock_hold_seconds_count", Map.of())).isEqualTo(lock.acquisitions())
                    .isPositive();
        }
    }

    @Test
    void theStrategysOwnGaugesAreThereByNameAndTheKnownOnesUnderTheirOwn() {
        PrometheusText text = used(MapStrategy.DUAL_MAP, true);
        double promotions = text.family("map_promotions_total").value("map_promotions_total", Map.of());
        assertThat(promotions).isPositive();
        assertThat(text.family("map_internals").value("map_internals", Map.of("name", "promotions"))).isEqualTo(
                promotions);
        assertThat(text.family("map_dirty_copies_total").type()).isEqualTo("counter");
        assertThat(used(MapStrategy.CONCURRENT, true).families()).doesNotContainKeys("map_promotions_total",
                "map_lock_wait_seconds");
    }

    @Test
    void snapshotsAndWhatTheyRetainHaveSeriesOfTheirOwn() {
        OrderMap reporting = new Reporting(Map.of("liveSnapshots", 2L, "retainedVersions", 70L, "expiredSnapshots",
                1L));
        try (Metrics metrics = metrics(reporting, naturally(reporting), null)) {
            PrometheusText text = PrometheusText.read(metrics.scrape());
            assertThat(text.family("map_live_snapshots").value("map_live_snapshots", Map.of())).isEqualTo(2);
            assertThat(text.family("map_retained_versions").type()).isEqualTo("gauge");
            assertThat(text.family("map_expired_snapshots_total").type()).isEqualTo("counter");
        }
    }

    @Test
    void withoutTheCountingTheRestIsStillThere() {
        assertThat(used(MapStrategy.LOCKED, false).families()).doesNotContainKeys("map_operations_total",
                "map_load_misses", "map_load_miss_ratio").containsKeys("map_lock_wait_seconds", "victim_map_size");
    }

    private static PrometheusText used(MapStrategy strategy, boolean counted) {
        MapOperations operations = new MapOperations(KeyPatterns.parse("#,order:*"), System::nanoTime);
        OrderMap bare = strategy.create(MapSettings.usual());
        OrderMap map = counted ? new MeteredMap(bare, operations) : bare;
        Traversals traversals = naturally(map);
        fill(map);
        traversals.prepare(null).walk(_ -> true, new Cancellation());
        try (Metrics metrics = metrics(map, traversals, counted ? operations : null)) {
            return PrometheusText.read(metrics.scrape());
        }
    }

    private static Traversals naturally(OrderMap map) {
        return new Traversals(map, "any", TraversalSetting.parse("natural", "64", "20", "250ms", "10000"),
                Waiting.REAL);
    }

    private static void fill(OrderMap map) {
        for (int i = 0; i < 100; i++) {
            map.put(new Order(Integer.toString(i), "c", 1, ""));
            map.get(Integer.toString(i));
            map.get("none-" + i);
        }
    }

    private static Metrics metrics(OrderMap map, Traversals traversals,
            @Nullable MapOperations operations) {
        return new Metrics(map, traversals, new Requests(), operations);
    }

    /** An empty map that reports gauges. */
    private record Reporting(Map<String, Long> internals) implements OrderMap {
        @Override
        public @Nullable Order get(String id) {
            return null;
        }

        @Override
        public @Nullable Order put(Order order) {
            return null;
        }

        @Override
        public @Nullable Order replace(Order order) {
            return null;
        }

        @Override
        public @Nullable Order remove(String id) {
            return null;
        }

        @Override
        public void walk(Walk walk) {
            walk.begins();
            walk.stretchEnds();
        }

        @Override
        public List<String> ids() {
            return List.of();
        }

        @Override
        public long size() {
            return 0;
        }
    }
}
