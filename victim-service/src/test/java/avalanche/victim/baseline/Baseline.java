package avalanche.victim.baseline;

import avalanche.victim.map.Guarantees;
import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;

/** The maps of others that the service's own are measured beside. */
public enum Baseline implements OrderMapProvider {
    /** {@link CaffeineMap}. */
    CAFFEINE("caffeine", "each read and write is noted for the eviction policy", Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new CaffeineMap();
        }
    },
    /** {@link TrieMapMap}. */
    TRIE_MAP("trie-map", "a write may be lost after a snapshot", Consistency.INSTANT, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new TrieMapMap();
        }

        @Override
        public boolean losesWrites() {
            return true;
        }
    },
    /** {@link NonBlockingMap}. */
    NON_BLOCKING("non-blocking", "a removed key keeps its slot until the table is copied", Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new NonBlockingMap();
        }
    },
    /** {@link SynchronizedMap}. */
    SYNCHRONIZED("synchronized", "a walk stops every read and write", Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new SynchronizedMap();
        }
    };

    private final String id;
    private final String hazard;
    private final Consistency consistency;
    private final boolean stopsWriters;

    Baseline(String id, String hazard, Consistency consistency, boolean stopsWriters) {
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

    /** Whether a write that reports success can be lost while others write and walk, by a defect of the library. */
    public boolean losesWrites() {
        return false;
    }

    @Override
    public Guarantees guarantees() {
        return new Guarantees(consistency, stopsWriters);
    }
}
