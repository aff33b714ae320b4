package avalanche.victim.map;

import avalanche.victim.map.Guarantees.Consistency;
import java.util.List;

/** The maps to choose from by {@code victim.map.strategy}. */
public enum MapStrategy implements OrderMapProvider {
    /** {@link LockedMap}. */
    LOCKED("locked", "a walk stops every write, and the writes every other walk", Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new LockedMap(settings.nanos());
        }
    },
    /** {@link DualMap}. */
    DUAL_MAP("dual-map", "new keys after a walk pay for a copy of the whole table", Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new DualMap(settings.nanos());
        }
    },
    /** {@link HashTrieMap}. */
    HASH_TRIE("hash-trie", "a walk is no snapshot: it sees keys written ahead of it", Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new HashTrieMap();
        }
    },
    /** {@link SegmentedMap}. */
    SEGMENTED("segmented", "a walk stops the writes of one segment at a time", Consistency.INSTANT_PER_SECTION, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new SegmentedMap(settings.segments(), settings.nanos());
        }
    },
    /** {@link SnapshotMap}. */
    SNAPSHOT("snapshot", "a long walk keeps alive what is replaced meanwhile, and expires when that is too much",
            Consistency.INSTANT, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new SnapshotMap(settings.snapshotMaxRetained());
        }
    },
    /** {@link ConcurrentOrderMap}. */
    CONCURRENT("concurrent", "a walk is no snapshot: it is weakly consistent", Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new ConcurrentOrderMap();
        }
    };

    private final String id;
    private final String hazard;

    private final Consistency consistency;
    private final boolean stopsWriters;

    MapStrategy(String id, String hazard, Consistency consistency, boolean stopsWriters) {
        this.id = id;
        this.hazard = hazard;
        this.consistency = consistency;
        this.stopsWriters = stopsWriters;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String hazard() {
        return hazard;
    }

    @Override
    public Guarantees guarantees() {
        return new Guarantees(consistency, stopsWriters);
    }

    /**
     * The strategy of that id.
     *
     * @throws IllegalArgumentException where there is none; its message lists the known ones and the nearest
     */
    public static MapStrategy of(String id) {
        return KnownStrategies.find(id, List.of(values()));
    }
}
