package avalanche.victim.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a map and the snapshots of it, at one moment.
 *
 * @param now the instant that is stamped on what is written; a snapshot takes it and moves it on by one
 * @param live the snapshots that see what was superseded, oldest first, each of another instant
 * @param expired those that no longer do, and whose logs are not settled yet
 */
record SnapshotInstants(long now, List<LiveSnapshot> live, List<LiveSnapshot> expired) {
    static SnapshotInstants at(long now) {
        return new SnapshotInstants(now, List.of(), List.of());
    }

    /** Whether no snapshot asks anything of a write. */
    boolean isCalm() {
        return live.isEmpty() && expired.isEmpty();
    }

    /** One instant later, with a snapshot of this one. */
    SnapshotInstants taken(LiveSnapshot snapshot) {
        List<LiveSnapshot> more = new ArrayList<>(live);
        more.add(snapshot);
        return new SnapshotInstants(now + 1, List.copyOf(more), expired);
    }

    SnapshotInstants expired(LiveSnapshot snapshot) {
        List<LiveSnapshot> more = new ArrayList<>(expired);
        more.add(snapshot);
        return new SnapshotInstants(now, without(live, snapshot), List.copyOf(more));
    }

    SnapshotInstants without(LiveSnapshot snapshot) {
        return new SnapshotInstants(now, without(live, snapshot), without(expired, snapshot));
    }

    /** The youngest live snapshot that sees what stood from {@code since} until just before {@code until}. */
    @Nullable
    LiveSnapshot youngestThatSees(long since, long until) {
        for (int i = live.size() - 1; i >= 0; i--) {
            LiveSnapshot snapshot = live.get(i);
            if (snapshot.sees(since, until)) {
                return snapshot;
            }
            if (snapshot.instant() < since) {
                return null;
            }
        }
        return null;
    }

    /** How many versions the live snapshots keep. */
    long logged() {
        long sum = 0;
        for (LiveSnapshot snapshot : live) {
            sum += snapshot.logged();
        }
        return sum;
    }

    private static List<LiveSnapshot> without(List<LiveSnapshot> snapshots, LiveSnapshot gone) {
        return snapshots.stream().filter(snapshot -> snapshot != gone).toList();
    }
}
