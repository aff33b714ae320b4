package avalanche.chaos.keeper;

import avalanche.chaos.target.Instance;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered and is not carried out yet, and which revision each life is of. Guarded by the lock of its target.
 */
final class Orders {
    private final List<Runnable> pending = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();
    private int revision = 1;

    /** Orders another life, and what is to be changed before it. */
    void add(Runnable change) {
        pending.add(change);
    }

    /** Whether the current life is to be ended for another. */
    boolean isPending() {
        return !pending.isEmpty();
    }

    /** Makes the changes that were ordered: the next life is of another revision then. */
    void carryOut() {
        if (isPending()) {
            revision++;
            pending.forEach(Runnable::run);
            pending.clear();
        }
    }

    /** The next life was started. */
    void began() {
        revisions.add(revision);
    }

    /**
     * One replica for each revision, which died and was started again as often as its lives tell. Its name is its first
     * life's.
     *
     * @param lives all lives so far
     */
    List<Instance> instances(List<LifeReport> lives) {
        List<Instance> instances = new ArrayList<>();
        for (int of = 1; of <= revision; of++) {
            List<LifeReport> its = new ArrayList<>();
            for (int i = 0; i < lives.size(); i++) {
                if (revisions.get(i) == of) {
                    its.add(lives.get(i));
                }
            }
            if (!its.isEmpty()) {
                instances.add(instance(of, its, revisions.getLast() > of));
            }
        }
        return instances;
    }

    private static Instance instance(int revision, List<LifeReport> lives, boolean replaced) {
        LifeReport first = lives.getFirst();
        LifeReport last = lives.getLast();
        boolean gone = replaced || last.ending() == Ending.STOPPED;
        return new Instance("victim-" + first.number(), revision, first.startedAt(), readyAt(lives), gone
                ? last.endedAt()
                : null);
    }

    private static @Nullable Instant readyAt(List<LifeReport> lives) {
        for (LifeReport life : lives) {
            if (life.readyAt() != null) {
                return life.readyAt();
            }
        }
        return null;
    }
}
