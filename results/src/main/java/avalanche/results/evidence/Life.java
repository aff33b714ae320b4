package avalanche.results.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One life of the service, from its start to its end. Times are seconds since the schedule's first instant; a life that began before it has
 * a negative start.
 *
 * @param number from 1; restarts are {@code number - 1}
 * @param startedSecond when the process was started
 * @param readySecond when it first answered, null if it never did
 * @param endedSecond when it ended, null while it lives
 * @param ending how it ended
 * @param exitCode the process's exit code (128 + n for signal n), null where unknown or alive
 * @param backOffSeconds how long the platform waited before it started this life
 * @param evidence the observations that the ending was concluded from, most telling first
 */
public record Life(int number, double startedSecond, @Nullable Double readySecond, @Nullable Double endedSecond,
        Ending ending,
        @Nullable Integer exitCode, double backOffSeconds, List<String> evidence) {
    public Life {
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + "; allowed: 1 or more");
        }
        Require.atLeastZero("backOffSeconds", backOffSeconds);
        evidence = List.copyOf(evidence);
    }
}
