package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import avalanche.victim.measure.CumulativeHistogram;
import avalanche.victim.setting.InvalidSetting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The walks over the map, the mode they are done in, and the book of how many run, how long they take and how they end. */
public final class Traversals {
    private final OrderMap map;
    private final String strategy;
    private final Waiting waiting;
    private final Set<Tour> running = ConcurrentHashMap.newKeySet();
    private final Map<Ending, LongAdder> ended = new EnumMap<>(Ending.class);
    private final LongAdder failed = new LongAdder();
    private final CumulativeHistogram durations = new CumulativeHistogram(3);
    private volatile InForce inForce;

    /**
     * Walks over that map, which the strategy of that id made.
     *
     * @throws InvalidSetting where the strategy does not allow the mode
     */
    public Traversals(OrderMap map, String strategy, TraversalSetting setting, Waiting waiting) {
        this.map = map;
        this.strategy = strategy;
        this.waiting = waiting;
        for (Ending ending : Ending.values()) {
            ended.put(ending, new LongAdder());
        }
        inForce = inForce(setting, "victim.traversal.mode");
    }

    /**
     * Sets how walks are done from the next one on; those that run end as they began.
     *
     * @throws InvalidSetting where the strategy does not allow the mode
     */
    public void configure(TraversalSetting setting) {
        inForce = inForce(setting, "mode");
    }

    /** How walks are done. */
    public TraversalSetting setting() {
        return inForce.setting;
    }

    /** The modes that the strategy allows. */
    public List<TraversalMode> allowed() {
        return TraversalMode.allowed(map.section() != null);
    }

    /**
     * A walk in the mode that is in force.
     *
     * @param token the checkpoint that it goes on from, null for a whole walk
     * @throws InvalidSetting where the token is damaged, or the mode is none to go on in
     */
    public PreparedWalk prepare(@Nullable String token) {
        InForce now = inForce;
        boolean resumable = now.setting.mode() == TraversalMode.BOUNDED;
        if (token != null && !resumable) {
            throw new InvalidSetting("after", "given", "a checkpoint in the mode bounded only; the mode in force is "
                    + now.setting.mode().id() + ", which walks the whole map: leave it out, or set the mode");
        }
        Checkpoint from = token == null ? null : Token.decode(token);
        return new PreparedWalk() {
            @Override
            public boolean resumable() {
                return resumable;
            }

            @Override
            public Walked walk(Visitor visitor, Cancellation cancellation) {
                Tour tour = new Tour(visitor, from, cancellation, waiting, running);
                return Traversals.this.walk(now.traversal, tour, cancellation);
            }
        };
    }

    private Walked walk(Traversal traversal, Tour tour, Cancellation cancellation) {
        cancellation.begins();
        boolean done = false;
        try {
            Checkpoint checkpoint = traversal.walk(map, tour);
            done = true;
            return new Walked(tour.ending(), checkpoint);
        } finally {
            cancellation.ends();
            running.remove(tour);
            book(tour, done);
        }
    }

    private void book(Tour tour, boolean done) {
        if (done) {
            count(tour.ending()).increment();
            durations.record(waiting.nanos() - tour.sinceNanos());
        } else {
            failed.increment();
        }
    }

    /** How many walks run; one that waits for its lock at first does not. */
    public int running() {
        return running.size();
    }

    /** How many walks came to their end. */
    public long completed() {
        return count(Ending.COMPLETED).sum();
    }

    /** The book at this moment. */
    public Report report() {
        long now = waiting.nanos();
        int count = 0;
        long longest = 0;
        for (Tour walk : running) {
            count++;
            longest = Math.max(longest, now - walk.sinceNanos());
        }
        Map<Ending, Long> endings = new EnumMap<>(Ending.class);
        ended.forEach((ending, adder) -> endings.put(ending, adder.sum()));
        return new Report(setting().mode(), count, longest, endings, failed.sum(), durations.encoded());
    }

    /**
     * What the book says.
     *
     * @param mode the mode in force
     * @param running how many walks run, in whichever mode they began
     * @param longestRunningNanos how long the first of them has run
     * @param ended how many ended in which way
     * @param failed how many a visitor's exception ended
     * @param durationNanos how long those took that ended, failed ones excepted, encoded
     */
    public record Report(TraversalMode mode, int running, long longestRunningNanos, Map<Ending, Long> ended,
            long failed, String durationNanos) {}

    private LongAdder count(Ending ending) {
        return Objects.requireNonNull(ended.get(ending));
    }

    private InForce inForce(TraversalSetting setting, String field) {
        TraversalMode mode = setting.mode();
        List<TraversalMode> allowed = allowed();
        if (!allowed.contains(mode)) {
            String modes = allowed.stream().map(TraversalMode::id).collect(Collectors.joining(", "));
            throw new InvalidSetting(field, "'" + mode.id() + "'", modes + " with the strategy '" + strategy
                    + "', which has no critical section to walk in");
        }
        return new InForce(setting, mode.traversal(setting, waiting));
    }

    /** The setting in force and what carries it out. */
    private record InForce(TraversalSetting setting, Traversal traversal) {}
}
