package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Blackout;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Unseen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the platform's reports of the service's lives into evidence on the run's clock, and tells of each change once. */
final class LifeWatch {
    private static final double MILLIS = 1000;

    private final Instant zero;
    private final Progress progress;
    private final Set<Integer> ended = new HashSet<>();
    private final Set<Integer> ready = new HashSet<>();

    LifeWatch(Instant zero, Progress progress) {
        this.zero = zero;
        this.progress = progress;
    }

    /**
     * Tells of what changed since the last call: deaths, and that the service is back where it was away. What a mitigation
     * starts and ends is told with it.
     */
    void look(List<LifeReport> lives) {
        for (LifeReport life : lives) {
            Instant end = life.endedAt();
            if (end != null && ended.add(life.number()) && life.ending().isDeath()) {
                progress.note("the service died at second %.0f: %s%s".formatted(second(end), life.ending().words(), life
                        .evidence().isEmpty() ? "" : " (" + life.evidence().getFirst() + ")"));
            }
            Instant back = life.readyAt();
            if (back != null && life.number() > 1 && ready.add(life.number()) && wasAway(lives, life)) {
                progress.note("the service is back at second %.0f, life %d, after a back-off of %d s".formatted(second(
                        back),
                        life.number(), life.backOff().toSeconds()));
            }
        }
    }

    private static boolean wasAway(List<LifeReport> lives, LifeReport next) {
        return lives.stream().filter(life -> life.number() < next.number()).allMatch(life -> life.endedAt() != null);
    }

    /** The life that answers, or would answer, now: the last one. */
    static int current(List<LifeReport> lives) {
        return lives.isEmpty() ? 1 : lives.getLast().number();
    }

    /** Whether the service is away and to come back: its last life died, or is a further one that has not answered yet. */
    static boolean isAway(List<LifeReport> lives) {
        if (lives.isEmpty()) {
            return false;
        }
        LifeReport last = lives.getLast();
        return last.endedAt() == null ? lives.size() > 1 && last.readyAt() == null : last.ending().isDeath();
    }

    /** The lives on the run's clock. */
    List<Life> evidence(List<LifeReport> lives) {
        return lives.stream()
                .map(life -> new Life(life.number(), second(life.startedAt()), orNull(life.readyAt()), orNull(life
                        .endedAt()),
                        life.endedAt() == null ? Ending.ALIVE : life.ending(), life.exitCode(), life.backOff()
                                .toMillis() / MILLIS,
                        life.evidence()))
                .toList();
    }

    /** What the platform did not tell, on the run's clock. */
    List<Unseen> unseen(List<Blackout> blackouts) {
        return blackouts.stream().map(blackout -> new Unseen(second(blackout.from()), second(blackout.until()), blackout
                .what())).toList();
    }

    private @Nullable Double orNull(@Nullable Instant instant) {
        return instant == null ? null : second(instant);
    }

    private double second(Instant instant) {
        return Duration.between(zero, instant).toMillis() / MILLIS;
    }
}
