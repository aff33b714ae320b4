package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Instance;
import avalanche.chaos.target.Operations;
import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Intervention.Lost;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Second;
import avalanche.scenarios.incident.TimedMitigation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders a mitigation at its second, once, and watches what the platform makes of it. Safe for use by several threads. */
final class MitigationWatch {
    private static final double MILLIS = 1000;

    private final TimedMitigation mitigation;
    private final int due;
    private final Operations operations;
    private final Instant zero;
    private final InstantSource clock;
    private final Progress progress;
    private final Set<String> told = new HashSet<>();
    private @Nullable RollOut rollOut;
    private @Nullable String refused;
    private @Nullable Instant doneAt;

    /**
     * Orders nothing yet.
     *
     * @param due second at which it is ordered
     * @param zero second 0
     */
    MitigationWatch(TimedMitigation mitigation, int due, Operations operations, Instant zero, InstantSource clock,
            Progress progress) {
        this.mitigation = mitigation;
        this.due = due;
        this.operations = operations;
        this.zero = zero;
        this.clock = clock;
        this.progress = progress;
    }

    /** Orders it where it is due and was not ordered yet, and looks at the replicas afterwards. */
    synchronized void at(int second) {
        RollOut ordered = rollOut;
        if (ordered == null && second >= due) {
            order();
        } else if (ordered != null && refused == null) {
            look(ordered);
        }
    }

    private void order() {
        List<Instance> before = operations.instances();
        before.forEach(instance -> told.add(ready(instance)));
        Instant now = clock.instant();
        rollOut = RollOut.of(mitigation.mitigation(), before, now);
        try {
            mitigation.mitigation().order(operations);
            progress.note("second %.0f: %s is ordered: %s".formatted(second(now), mitigation.id(), mitigation
                    .mitigation()
                    .words()));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            refused = String.valueOf(e.getMessage());
            progress.note("second %.0f: %s was ordered, and the platform does not take it: %s".formatted(second(now),
                    mitigation.id(), refused));
        }
    }

    private void look(RollOut ordered) {
        List<Instance> instances = operations.instances();
        List<Instance> present = instances.stream().filter(instance -> instance.goneAt() == null).toList();
        long ready = present.stream().filter(instance -> instance.readyAt() != null).count();
        for (Instance instance : instances) {
            Instant at = instance.readyAt();
            if (at != null && told.add(ready(instance))) {
                progress.note("second %.0f: replica %s is ready, %d of %d".formatted(second(at), instance.name(), ready,
                        present.size()));
            }
            Instant gone = instance.goneAt();
            if (gone != null && !gone.isBefore(ordered.orderedAt()) && told.add("gone " + instance.name() + instance
                    .revision())) {
                progress.note("second %.0f: replica %s is gone".formatted(second(gone), instance.name()));
            }
        }
        if (doneAt == null) {
            Instant done = ordered.doneAt(instances, clock.instant());
            if (done != null) {
                doneAt = done;
                progress.note("second %.0f: the service is as ordered".formatted(second(done)));
            }
        }
    }

    /** What stands for a replica that is ready; for one that is not, nothing that is ever told. */
    private static String ready(Instance instance) {
        return (instance.readyAt() == null ? "not yet " : "ready ") + instance.name() + instance.revision();
    }

    /** What came of it. */
    synchronized Intervention evidence(List<Second> seconds, List<Life> lives) {
        RollOut ordered = rollOut;
        double at = ordered == null ? due : second(ordered.orderedAt());
        String why = ordered == null ? "the run ended before it was ordered" : refused;
        Double done = why == null && doneAt != null ? (Double) second(doneAt) : null;
        int end = seconds.isEmpty() ? due : seconds.getLast().second() + 1;
        int from = (int) Math.floor(at);
        int to = done == null ? end : Math.max(from + 1, (int) Math.ceil(done));
        int deaths = (int) lives.stream().filter(life -> life.ending().isDeath()).map(Life::endedSecond).filter(
                ended -> ended != null && ended >= at).count();
        return new Intervention(mitigation.id(), mitigation.title(), mitigation.mitigation().type(), mitigation
                .mitigation()
                .words(), at, why, done, operations.instances().stream().map(this::replica).toList(), deaths, Lost.of(
                        seconds, from, to));
    }

    private Intervention.Replica replica(Instance instance) {
        return new Intervention.Replica(instance.name(), instance.revision(), second(instance.createdAt()), orNull(
                instance.readyAt()), orNull(instance.goneAt()));
    }

    private @Nullable Double orNull(@Nullable Instant instant) {
        return instant == null ? null : (Double) second(instant);
    }

    private double second(Instant instant) {
        return Duration.between(zero, instant).toMillis() / MILLIS;
    }
}
