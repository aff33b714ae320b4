package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.setting.InvalidSetting;
import avalanche.victim.setting.Spelling;
import java.util.Arrays;
import java.util.List;

/** The ways to walk to choose from by {@code victim.traversal.mode}. */
public enum TraversalMode {
    /** {@link NaturalTraversal}. */
    NATURAL("natural", "as the strategy walks of itself: what waits for a callback, it decides", false) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new NaturalTraversal();
        }
    },
    /** {@link HeldTraversal}. */
    HELD("held", "every writer of the section waits for every callback", true) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new HeldTraversal();
        }
    },
    /** {@link CopiedTraversal}. */
    COPIED("copied", "the section is locked while it is copied, and each walk keeps its copy alive", true) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new CopiedTraversal();
        }
    },
    /** {@link YieldingTraversal}. */
    YIELDING("yielding", "a writer waits for a batch of callbacks; where there is no lock, it only yields", false,
            Limit.BATCH) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new YieldingTraversal(setting.limit(Limit.BATCH), waiting);
        }
    },
    /** {@link YieldingHeldTraversal}. */
    YIELDING_HELD("yielding-held", "the lock is kept while the processor is given away: nothing is gained", true,
            Limit.BATCH) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new YieldingHeldTraversal(setting.limit(Limit.BATCH), waiting);
        }
    },
    /** {@link PagedTraversal}. */
    PAGED("paged", "no instant: each page is as fresh as itself; takes entries / batch / rate seconds", false,
            Limit.BATCH, Limit.PAGES_PER_SECOND) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new PagedTraversal(setting.limit(Limit.BATCH), setting.limit(Limit.PAGES_PER_SECOND), waiting);
        }
    },
    /** {@link BoundedTraversal}. */
    BOUNDED("bounded", "stops before the end: whoever does not go on from the checkpoint has a part only", false,
            Limit.DEADLINE, Limit.ENTRIES_PER_SECOND) {
        @Override
        Traversal traversal(TraversalSetting setting, Waiting waiting) {
            return new BoundedTraversal(setting.limit(Limit.DEADLINE), setting.limit(Limit.ENTRIES_PER_SECOND),
                    waiting);
        }
    };

    private final String id;
    private final String hazard;
    private final boolean needsSection;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Limit> limits;

    TraversalMode(String id, String hazard, boolean needsSection, Limit... limits) {
        this.id = id;
        this.hazard = hazard;
        this.needsSection = needsSection;
        this.limits = List.of(limits);
    }

    /** The name in settings, as {@code yielding-held}. */
    public String id() {
        return id;
    }

    /** What it costs, in a line. */
    public String hazard() {
        return hazard;
    }

    /** Whether it takes a map with a critical section. */
    public boolean needsSection() {
        return needsSection;
    }

    /** The numbers that it takes. */
    public List<Limit> limits() {
        return limits;
    }

    abstract Traversal traversal(TraversalSetting setting, Waiting waiting);

    /**
     * The mode of that id.
     *
     * @param field where it was given, for the message
     * @throws InvalidSetting where there is none
     */
    static TraversalMode of(String id, String field) {
        for (TraversalMode mode : values()) {
            if (mode.id.equals(id)) {
                return mode;
            }
        }
        List<String> known = Arrays.stream(values()).map(TraversalMode::id).toList();
        throw new InvalidSetting(field, "'" + id + "'", String.join(", ", known), Spelling.nearest(id, known));
    }

    /** The modes that a map allows. */
    static List<TraversalMode> allowed(boolean withSection) {
        return Arrays.stream(values()).filter(mode -> withSection || !mode.needsSection).toList();
    }
}
