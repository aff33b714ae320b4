package avalanche.victim.map;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a map, its live snapshots, and the bound on what they keep.
 *
 * <p>
 * Clock and live snapshots change in one step: whoever stamps a version later than a snapshot's instant finds that
 * snapshot among the live ones afterwards, unless it has ended.
 */
final class SnapshotRegister {
    static final long BEGINNING = 1;

    private final AtomicReference<SnapshotInstants> instants = new AtomicReference<>(SnapshotInstants.at(BEGINNING));
    private final AtomicLong retained = new AtomicLong();
    private final LongAdder expired = new LongAdder();
    private final long maxRetained;
    private final LongSupplier clock;

    SnapshotRegister(long maxRetained) {
        this.maxRetained = maxRetained;
        clock = () -> instants.get().now();
    }

    /** Does something before each reading of the clock. */
    SnapshotRegister(long maxRetained, Runnable beforeReading) {
        this.maxRetained = maxRetained;
        clock = () -> {
            beforeReading.run();
            return instants.get().now();
        };
    }

    /** Tells the instant of what is written now. */
    LongSupplier clock() {
        return clock;
    }

    /** Takes a snapshot: the moment at which the clock moves on is the one that it sees. */
    LiveSnapshot take() {
        while (true) {
            SnapshotInstants seen = instants.get();
            LiveSnapshot snapshot = new LiveSnapshot(seen.now());
            if (instants.compareAndSet(seen, seen.taken(snapshot))) {
                return snapshot;
            }
        }
    }

    /** Ends a snapshot, or forgets an expired one; nothing that its log has to settle comes after. */
    void end(LiveSnapshot snapshot) {
        instants.updateAndGet(seen -> seen.without(snapshot));
        snapshot.end();
    }

    /** Throws where the snapshot has expired: what was read for it before may be wrong. */
    void checkLive(LiveSnapshot snapshot) {
        if (snapshot.isExpired()) {
            throw new SnapshotExpired(maxRetained);
        }
    }

    boolean noneIsLive() {
        return instants.get().live().isEmpty();
    }

    /** Whether a live snapshot needs that version, which is then logged with it. */
    boolean keeps(SupersededVersion superseded) {
        boolean kept = logged(superseded);
        if (kept) {
            retained.incrementAndGet();
        }
        return kept;
    }

    /** Settles a version whose snapshot ended: another that needs it keeps it; answers whether none does. */
    boolean releases(SupersededVersion claimed) {
        boolean kept = logged(claimed.again());
        if (!kept) {
            retained.decrementAndGet();
        }
        return !kept;
    }

    private boolean logged(SupersededVersion superseded) {
        SupersededVersion next = superseded;
        while (true) {
            LiveSnapshot keeper = instants.get().youngestThatSees(next.since(), next.until());
            if (keeper == null) {
                return false;
            }
            if (keeper.log(next)) {
                return true;
            }
            next = next.again();
        }
    }

    /** Whether no snapshot asks anything of a write. */
    boolean isCalm() {
        return instants.get().isCalm();
    }

    /** Lets the oldest snapshot expire where the live ones keep too much; answers one whose log is to be settled, or null. */
    @Nullable
    LiveSnapshot relieve() {
        SnapshotInstants seen = instants.get();
        if (retained.get() > maxRetained && seen.logged() > maxRetained) {
            expire(seen.live().getFirst());
        }
        SnapshotInstants now = instants.get();
        return now.expired().isEmpty() ? null : now.expired().getFirst();
    }

    private void expire(LiveSnapshot oldest) {
        if (oldest.expire()) {
            expired.increment();
        }
        instants.updateAndGet(seen -> seen.live().contains(oldest) ? seen.expired(oldest) : seen);
        oldest.end();
    }

    int live() {
        return instants.get().live().size();
    }

    /** How many superseded versions are kept, those of expired snapshots included that are not let go yet. */
    long retained() {
        return retained.get();
    }

    long expired() {
        return expired.sum();
    }
}
