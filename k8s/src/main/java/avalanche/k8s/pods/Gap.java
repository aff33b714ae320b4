package avalanche.k8s.pods;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A stretch of time in which the API server told nothing.
 *
 * @param from when the connection was found lost
 * @param until when the server answered again
 * @param reason what the connection failed with
 */
public record Gap(Instant from, Instant until, String reason) {
    /** Whether it overlaps another stretch. */
    public boolean overlaps(Instant begin, Instant end) {
        return !from.isAfter(end) && !until.isBefore(begin);
    }

    /** The gap in words. */
    public String words() {
        return String.format(Locale.ROOT,
                "the API server was not reachable for %.1f s from %s to %s (%s): what happened"
                        + " in between is known only as far as the pods' last states tell", Duration.between(from,
                                until)
                                .toMillis() / 1000.0, from, until, reason);
    }
}
