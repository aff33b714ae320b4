package avalanche.victim.map.mutant;

import avalanche.victim.map.Guarantees;
import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import java.util.Locale;

/** The broken maps, and beside each kind the same code unbroken, by which a proof shows that it tells them apart. */
public enum Mutant implements OrderMapProvider {
    /** Nothing is wrong with it. */
    SOUND_LOCK(Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new LockMutant(LockMutant.Fault.NONE);
        }
    },
    /** Its put forgets the lock. */
    LOCK_FORGOTTEN(Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new LockMutant(LockMutant.Fault.PUT_TAKES_NO_LOCK);
        }
    },
    /** Its put takes the lock that readers share. */
    LOCK_SHARED(Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new LockMutant(LockMutant.Fault.PUT_TAKES_THE_READ_LOCK);
        }
    },
    /** Its walk gives the lock back after each order. */
    LOCK_LET_GO(Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new LockMutant(LockMutant.Fault.WALK_LETS_GO);
        }
    },
    /** Nothing is wrong with it. */
    SOUND_TABLES(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new TwoTablesMutant(TwoTablesMutant.Fault.NONE);
        }
    },
    /** It publishes the promoted table before that is filled. */
    PUBLISHED_EARLY(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new TwoTablesMutant(TwoTablesMutant.Fault.PUBLISHES_BEFORE_FILLING);
        }
    },
    /** It does not look into the read table again once it has the mutex. */
    NOT_RECHECKED(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new TwoTablesMutant(TwoTablesMutant.Fault.TRUSTS_WHAT_IT_SAW);
        }
    },
    /** Nothing is wrong with it. */
    SOUND_SPIN_LOCK(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new SpinLockMutant(SpinLockMutant.Fault.NONE);
        }
    },
    /** It publishes an order without a fence: its writer may read on before others see what it wrote. */
    PUBLISHED_LAZILY(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new SpinLockMutant(SpinLockMutant.Fault.PUBLISHES_LAZILY);
        }
    },
    /** Among keys of one hash code it finds only the one that was put last. */
    FORGETS_COLLIDING_KEYS(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return new CollisionMutant();
        }
    },
    /** A map whose walk stops writers, which it denies. */
    DENIES_TO_STOP_WRITERS(Consistency.INSTANT, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return MapStrategy.LOCKED.create(settings);
        }
    },
    /** A map whose walk stops no writer, which it claims to. */
    CLAIMS_TO_STOP_WRITERS(Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return MapStrategy.SNAPSHOT.create(settings);
        }
    },
    /** A weakly consistent map that claims to show one instant. */
    CLAIMS_AN_INSTANT(Consistency.INSTANT, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return MapStrategy.CONCURRENT.create(settings);
        }
    },
    /** A map in sections that claims to show one instant of all. */
    CLAIMS_ONE_INSTANT_OF_ALL_SECTIONS(Consistency.INSTANT, true) {
        @Override
        public OrderMap create(MapSettings settings) {
            return MapStrategy.SEGMENTED.create(settings);
        }
    },
    /** A weakly consistent map that claims to show one instant of each section. */
    CLAIMS_AN_INSTANT_PER_SECTION(Consistency.INSTANT_PER_SECTION, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return MapStrategy.CONCURRENT.create(settings);
        }
    },
    /** A map that shows one instant, and claims less. */
    CLAIMS_LESS_THAN_AN_INSTANT(Consistency.WEAK, false) {
        @Override
        public OrderMap create(MapSettings settings) {
            return MapStrategy.SNAPSHOT.create(settings);
        }
    };

    private final Consistency consistency;
    private final boolean stopsWriters;

    Mutant(Consistency consistency, boolean stopsWriters) {
        this.consistency = consistency;
        this.stopsWriters = stopsWriters;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String hazard() {
        return "broken on purpose";
    }

    @Override
    public Guarantees guarantees() {
        return new Guarantees(consistency, stopsWriters);
    }
}
