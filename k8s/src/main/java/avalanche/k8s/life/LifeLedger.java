package avalanche.k8s.life;

import avalanche.chaos.life.DeathCertificate;
import avalanche.chaos.target.LifeReport;
import avalanche.k8s.life.ContainerView.Termination;
import avalanche.k8s.pods.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lives of the service's containers in all its pods, in the order in which they were first seen: a function of the
 * states that are entered. A life of which no state was seen, because the container was started again more than once
 * between two of them, is entered too and says so. Safe for use by several threads.
 */
public final class LifeLedger {
    /** What changed. */
    public sealed interface Change {
        /** The life's number. */
        int number();

        /**
         * A life began.
         *
         * @param pod the name of its pod
         * @param restart its container's restart count
         */
        record Began(int number, String pod, int restart) implements Change {}

        /** A life is ready. */
        record Ready(int number) implements Change {}

        /** A life ended: what ended it is to be concluded, and entered by {@link LifeLedger#bury}. */
        record Ended(int number) implements Change {}
    }

    /**
     * What is known of a life that ended.
     *
     * @param exitCode null where its end was not seen
     * @param reason the kubelet's label, or why its pod is gone
     * @param notes what was noted of it
     * @param oomKills how many processes the kernel had killed for memory in its control group when it last told; null
     * where it told nothing
     */
    public record Remains(int number, String pod, int restart, Instant startedAt, Instant endedAt,
            @Nullable Integer exitCode, @Nullable String reason, List<String> notes, @Nullable Long oomKills) {}

    /** Below it, what lies between two lives is the time that a start takes. */
    private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(5);
    /** How far a kubelet's clock and cut-off second may be from this machine's, where one instant is meant. */
    private static final Duration SAME = Duration.ofSeconds(3);

    private final List<ContainerLife> lives = new ArrayList<>();
    private final Map<String, String> backOffs = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** Enters a state of a pod's container, as seen at an instant. */
    public synchronized List<Change> see(ContainerView view, Instant at) {
        List<Change> changes = new ArrayList<>();
        Termination before = view.before();
        if (before != null) {
            enter(view.pod(), view.restartOfBefore(), before, changes, at);
        }
        Termination terminated = view.terminated();
        if (terminated != null) {
            enter(view.pod(), view.restarts(), terminated, changes, at);
        }
        if (ContainerView.BACK_OFF.equals(view.waiting())) {
            backOffs.put(view.pod(), String.valueOf(view.waitingMessage()));
        }
        Instant running = view.runningSince();
        if (running != null) {
            ContainerLife life = begin(view.pod(), view.restarts(), view.containerId(), running, changes);
            if (view.ready() && life.readyAt() == null) {
                life.ready(readyAt(view, life, at));
                changes.add(new Change.Ready(life.number()));
            }
        }
        return changes;
    }

    private static Instant readyAt(ContainerView view, ContainerLife life, Instant seen) {
        Instant since = view.readySince();
        if (since == null || since.isBefore(life.startedAt())) {
            return seen;
        }
        // The kubelet's instant is cut to whole seconds; what was seen as it happened is more exact.
        return seen.isBefore(since.plus(SAME)) ? seen : since;
    }

    private void enter(String pod, int restart, Termination end, List<Change> changes, Instant at) {
        Instant finished = end.finishedAt() == null ? at : end.finishedAt();
        ContainerLife life = begin(pod, restart, end.containerId(), end.startedAt() == null ? finished : end
                .startedAt(),
                changes);
        if (!life.isEnded()) {
            life.ended(finished, end.exitCode(), end.reason());
            changes.add(new Change.Ended(life.number()));
        }
    }

    /** The life of this container; entered, with those before it that were missed, where it is not known. */
    private ContainerLife begin(String pod, int restart, @Nullable String id, Instant startedAt, List<Change> changes) {
        ContainerLife last = last(pod);
        ContainerLife known = find(pod, restart);
        if (known != null) {
            return known;
        }
        for (int missed = last == null ? 0 : last.restart() + 1; missed < restart; missed++) {
            ContainerLife life = add(pod, missed, null, last == null || last.endedAt() == null
                    ? startedAt
                    : last.endedAt(), changes);
            life.note(
                    "no state of it was seen: the container was started again more than once between two looks; when it"
                            + " began and how it ended is not known");
            conclude(last, startedAt, changes);
            last = life;
        }
        conclude(last, startedAt, changes);
        ContainerLife life = add(pod, restart, id, startedAt, changes);
        String said = backOffs.remove(pod);
        Instant end = last == null ? null : last.endedAt();
        if (end != null) {
            Duration between = Duration.between(end, startedAt);
            boolean atOnce = said == null && between.compareTo(SHORTEST_BACK_OFF) < 0;
            life.waited(atOnce || between.isNegative()
                    ? Duration.ZERO
                    : between, said);
        }
        return life;
    }

    private ContainerLife add(String pod, int restart, @Nullable String id, Instant startedAt, List<Change> changes) {
        ContainerLife life = new ContainerLife(lives.size() + 1, pod, restart, id, startedAt);
        lives.add(life);
        changes.add(new Change.Began(life.number(), pod, restart));
        return life;
    }

    /** A life after which another one began has ended, though its end was not seen. */
    private static void conclude(@Nullable ContainerLife life, Instant at, List<Change> changes) {
        if (life != null && !life.isEnded()) {
            life.ended(at, null, null);
            life.note("its end was not seen; it is known only that another life began at " + at);
            changes.add(new Change.Ended(life.number()));
        }
    }

    /** Enters, where no container was seen at all, the life that was asked for and never began. */
    public synchronized void neverBegan(Instant askedAt) {
        if (lives.isEmpty()) {
            add("(none)", 0, null, askedAt, new ArrayList<>()).note("no container of it was seen");
        }
    }

    /** Enters that a pod is gone, and why as far as is known. */
    public synchronized List<Change> gone(String pod, String why, Instant at) {
        List<Change> changes = new ArrayList<>();
        ContainerLife last = last(pod);
        if (last != null && !last.isEnded()) {
            last.ended(at, null, why);
            changes.add(new Change.Ended(last.number()));
        }
        return changes;
    }

    /** Enters that nothing could be seen for a while: noted with every life that it overlaps. */
    public synchronized void blind(Gap gap) {
        gaps.add(gap);
        for (ContainerLife life : lives) {
            Instant end = life.endedAt();
            if (gap.overlaps(life.startedAt(), end == null ? Instant.MAX : end)) {
                life.note(gap.words());
            }
        }
    }

    /** Adds a remark to a life. */
    public synchronized void note(int number, String note) {
        lives.get(number - 1).note(note);
    }

    /** Enters how a life ended. */
    public synchronized void bury(int number, DeathCertificate certificate) {
        lives.get(number - 1).bury(certificate);
    }

    /** What is known of a life, whether or not it ended. */
    public synchronized Remains remains(int number) {
        return lives.get(number - 1).remains();
    }

    /** Enters what the living service of a pod told of the kernel's kills for memory in its control group. */
    public synchronized void counted(String pod, long oomKills) {
        ContainerLife life = last(pod);
        if (life != null && !life.isEnded()) {
            life.counted(oomKills);
        }
    }

    /** Whether a life has ended. */
    public synchronized boolean isEnded(int number) {
        return lives.get(number - 1).isEnded();
    }

    /** Whether a later life of the same pod began. */
    public synchronized boolean isFollowed(int number) {
        ContainerLife life = lives.get(number - 1);
        ContainerLife last = last(life.pod());
        return last != null && last.restart() > life.restart();
    }

    /** Whether a life answers now. */
    public synchronized boolean isUp() {
        return lives.stream().anyMatch(life -> life.readyAt() != null && !life.isEnded());
    }

    /** The first life that was concluded, where none was ever ready; null otherwise. */
    public synchronized @Nullable LifeReport stillborn() {
        boolean ever = lives.stream().anyMatch(life -> life.readyAt() != null);
        return ever ? null : lives.stream().filter(ContainerLife::isBuried).findFirst().map(ContainerLife::report)
                .orElse(
                        null);
    }

    /** The lives so far. */
    public synchronized List<LifeReport> reports() {
        return lives.stream().map(ContainerLife::report).toList();
    }

    /** The life of a pod's container; null where none was seen. */
    public synchronized @Nullable LifeReport report(String pod, int restart) {
        ContainerLife life = find(pod, restart);
        return life == null ? null : life.report();
    }

    /** The numbers of the lives whose end was not concluded yet. */
    public synchronized List<Integer> open() {
        return lives.stream().filter(life -> !life.isBuried()).map(ContainerLife::number).toList();
    }

    /** When nothing could be seen. */
    public synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    private @Nullable ContainerLife find(String pod, int restart) {
        return lives.stream().filter(life -> life.pod().equals(pod) && life.restart() == restart).findFirst().orElse(
                null);
    }

    private @Nullable ContainerLife last(String pod) {
        return lives.stream().filter(life -> life.pod().equals(pod)).reduce((_, later) -> later).orElse(null);
    }
}
