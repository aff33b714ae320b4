package avalanche.victim.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How often the map was asked for what, by the class of the key, and how often there was nothing; no count is lost.
 *
 * <p>
 * Every series exists from the beginning and their number depends on the patterns only.
 */
public final class MapOperations {
    /**
     * How many shards misses are told apart by. A key's shard is its segment in a {@code segmented} map of as many, the
     * usual number; every other strategy has shards for this count only.
     */
    static final int SHARDS = 16;

    private final KeyPatterns patterns;
    private final KeyShapes shapes = new KeyShapes();
    private final int classes;
    private final int missesAt;
    private final StripedCounters counters;
    private final RecentRatio missRatio;

    /** Nothing counted yet; the clock is a monotonic one, in nanoseconds. */
    public MapOperations(KeyPatterns patterns, LongSupplier nanos) {
        this.patterns = patterns;
        classes = patterns.names().size();
        missesAt = Operation.values().length * classes;
        counters = new StripedCounters(missesAt + SHARDS);
        missRatio = new RecentRatio(this::misses, () -> count(Operation.LOAD), nanos);
    }

    /** Counts a load that is done. */
    void loaded(String id, boolean found) {
        if (found) {
            int known = shapes.classOf(id);
            counters.increment(known == KeyShapes.UNKNOWN ? patterns.classify(id) : known);
        } else {
            counters.increment(patterns.classify(id));
            counters.increment(missesAt + shard(id));
        }
    }

    /** Begins a store of a key that may not be there yet; answers what {@link #stored} is told once it is done. */
    int storing(String id) {
        int keyClass = patterns.classify(id);
        shapes.note(id, keyClass);
        return keyClass;
    }

    /** Counts a store that is done. */
    void stored(int keyClass) {
        counters.increment(Operation.STORE.position * classes + keyClass);
    }

    /** Counts a replacement that is done, which is a store of a key that was there or of nothing. */
    void replaced(String id) {
        stored(patterns.classify(id));
    }

    /** Counts a deletion that is done. */
    void deleted(String id) {
        counters.increment(Operation.DELETE.position * classes + patterns.classify(id));
    }

    /** Shows the counts as {@code map_operations_total}, {@code map_load_misses} and {@code map_load_miss_ratio}. */
    public void bindTo(MeterRegistry registry) {
        List<String> names = patterns.names();
        for (Operation operation : Operation.values()) {
            for (int i = 0; i < classes; i++) {
                int counter = operation.position * classes + i;
                FunctionCounter.builder("map.operations", counters, all -> all.sum(counter)).description(
                        "Operations on the map; a store is an insert or a replacement, whether or not it found its key")
                        .tag("op", operation.label).tag("key_pattern", names.get(i)).register(registry);
            }
        }
        for (int shard = 0; shard < SHARDS; shard++) {
            int counter = missesAt + shard;
            Gauge.builder("map.load.misses", counters, all -> all.sum(counter)).description(
                    "Loads that found no order since the service began; only ever rises").tag("shard", Integer.toString(
                            shard)).register(registry);
        }
        Gauge.builder("map.load.miss.ratio", missRatio, RecentRatio::now).description(
                "Loads that found no order, of all loads of about the last minute; NaN where there were none").register(
                        registry);
    }

    private long count(Operation operation) {
        long sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += counters.sum(operation.position * classes + i);
        }
        return sum;
    }

    private long misses() {
        long sum = 0;
        for (int shard = 0; shard < SHARDS; shard++) {
            sum += counters.sum(missesAt + shard);
        }
        return sum;
    }

    private static int shard(String id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (SHARDS - 1);
    }

    /** What is told apart, and where its counters stand among those of the others: those of the loads come first. */
    private enum Operation {
        LOAD("load", 0), STORE("store", 1), DELETE("delete", 2);

        private final String label;
        private final int position;

        Operation(String label, int position) {
            this.label = label;
            this.position = position;
        }
    }
}
