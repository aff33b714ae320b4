package avalanche.chaos.target;

import avalanche.results.evidence.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One life of the service as the platform saw it, in wall-clock time.
 *
 * @param number from 1
 * @param startedAt when the process was started
 * @param readyAt when it first answered, null if it has not
 * @param endedAt when it ended, null while it lives
 * @param ending how it ended, {@link Ending#ALIVE} while it lives
 * @param exitCode exit code (128 + n for signal n), null where unknown or alive
 * @param backOff how long the platform waited before it started this life
 * @param evidence what the ending was concluded from, most telling first
 */
public record LifeReport(int number, Instant startedAt, @Nullable Instant readyAt, @Nullable Instant endedAt,
        Ending ending,
        @Nullable Integer exitCode, Duration backOff, List<String> evidence) {
    public LifeReport {
        evidence = List.copyOf(evidence);
    }

    /** All of it in one line, but for the instants. */
    public String words() {
        return "life " + number + ": " + ending.words()
                + (readyAt == null ? ", never ready" : ", was ready")
                + (exitCode == null ? "" : ", exit code " + exitCode)
                + (backOff.isZero() ? "" : ", after a back-off of " + backOff.toSeconds() + " s")
                + (evidence.isEmpty() ? "" : " (" + String.join("; ", evidence) + ")");
    }
}
