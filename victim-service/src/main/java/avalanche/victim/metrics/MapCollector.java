package avalanche.victim.metrics;

import avalanche.victim.map.LockReport;
import avalanche.victim.map.OrderMap;
import avalanche.victim.traversal.Traversals;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the map and its walks report of themselves, taken at each scrape: waits for and holds of the lock, durations of
 * walks, the strategy's own gauges. Waits for nothing that a request may hold.
 */
public final class MapCollector implements MultiCollector {
    private final OrderMap map;
    private final Traversals traversals;

    /** Reports of these. */
    public MapCollector(OrderMap map, Traversals traversals) {
        this.map = map;
        this.traversals = traversals;
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(DurationBuckets.of("map_traversal_duration_seconds", "How long complete walks took, without the wait "
                + "for the lock", traversals.report().durationNanos()));
        LockReport lock = map.lock();
        if (lock != null) {
            all.add(DurationBuckets.of("map_lock_wait_seconds", "How long acquisitions of the map's lock waited", lock
                    .waitNanos()));
            all.add(DurationBuckets.of("map_lock_hold_seconds", "How long the map's lock was held", lock.holdNanos()));
        }
        Map<String, Long> internals = new TreeMap<>(map.internals());
        all.add(gauges(internals));
        for (NamedInternal named : NamedInternal.values()) {
            Long value = internals.get(named.key());
            if (value != null) {
                all.add(named.snapshot(value));
            }
        }
        return new MetricSnapshots(all);
    }

    private static GaugeSnapshot gauges(Map<String, Long> internals) {
        GaugeSnapshot.Builder gauges = GaugeSnapshot.builder().name("map_internals").help(
                "The strategy's own gauges, by their name in the vitals");
        internals.forEach((name, value) -> gauges.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(Labels
                .of("name", name)).value(value).build()));
        return gauges.build();
    }
}
