package avalanche.victim.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** A strategy's own gauge that has a series of its own, beside the one that every gauge has. */
enum NamedInternal {
    PROMOTIONS("promotions", "map_promotions", true, "Promotions of the dirty table to be the read one"),
    DIRTY_COPIES("dirtyCopies", "map_dirty_copies", true, "Copies of the read table into a fresh dirty one"),
    ENTRIES_COPIED("entriesCopied", "map_entries_copied", true, "Entries copied into dirty tables"),
    LIVE_SNAPSHOTS("liveSnapshots", "map_live_snapshots", false, "Snapshots that walks hold"),
    EXPIRED_SNAPSHOTS("expiredSnapshots", "map_expired_snapshots", true,
            "Snapshots given up to bound what they retain"),
    RETAINED_VERSIONS("retainedVersions", "map_retained_versions", false, "Replaced orders that snapshots retain");

    private final String key;
    private final String name;
    private final boolean rising;
    private final String help;

    NamedInternal(String key, String name, boolean rising, String help) {
        this.key = key;
        this.name = name;
        this.rising = rising;
        this.help = help;
    }

    /** The name among the strategy's own. */
    String key() {
        return key;
    }

    /** The series with its value: a counter where it only ever rises. */
    MetricSnapshot snapshot(long value) {
        if (rising) {
            return CounterSnapshot.builder().name(name).help(help).dataPoint(CounterSnapshot.CounterDataPointSnapshot
                    .builder().value((double) value).build()).build();
        }
        return GaugeSnapshot.builder().name(name).help(help).dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value((double) value).build()).build();
    }
}
