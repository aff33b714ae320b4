package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Blackout;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Unseen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the platform's reports of the service's lives into evidence on the run's clock, and tells of each change once. */
final class LifeWatch {
    private static final double MILLIS = 1000;

    private final Instant zero;
    private final Progress progress;
    private int ended;
    private int ready = 1;

    LifeWatch(Instant zero, Progress progress) {
        this.zero = zero;
        this.progress = progress;
    }

    /** Tells of what changed since the last call. */
    void look(List<LifeReport> lives) {
        for (LifeReport life : lives) {
            if (life.number() == ended + 1 && life.endedAt() != null) {
                ended++;
                progress.note("the service died at second %.0f: %s%s".formatted(second(life.endedAt()), life.ending()
                        .words(),
                        life.evidence().isEmpty() ? "" : " (" + life.evidence().getFirst() + ")"));
            }
            if (life.number() == ready + 1 && life.readyAt() != null) {
                ready++;
                progress.note("the service is back at second %.0f, life %d, after a back-off of %d s".formatted(second(
                        life.readyAt()),
                        life.number(), life.backOff().toSeconds()));
            }
        }
    }

    /** The life that answers, or would answer, now: the last one. */
    static int current(List<LifeReport> lives) {
        return lives.isEmpty() ? 1 : lives.getLast().number();
    }

    /** Whether the last life is a further one that was started and has neither answered nor ended yet. */
    static boolean isStarting(List<LifeReport> lives) {
        return lives.size() > 1 && lives.getLast().readyAt() == null && lives.getLast().endedAt() == null;
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
