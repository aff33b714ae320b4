package avalanche.chaos.target;

import java.time.Duration;

/**
 * How a platform asks whether the service still lives: a request through the service's own port and its map, so that a
 * drowned service fails it. Whole seconds, as Kubernetes has them.
 *
 * @param period between two questions, 1 s or more
 * @param timeout after which an answer counts as none, 1 s or more
 * @param failures in a row after which the service is killed and started again, 1 or more
 */
public record Liveness(Duration period, Duration timeout, int failures) {
    /** What is asked: answered with 200 after one look into the map. */
    public static final String PATH = "/live";

    public Liveness {
        requireSeconds("period", period);
        requireSeconds("timeout", timeout);
        if (failures < 1) {
            throw new IllegalArgumentException("failures is " + failures + "; allowed: 1 or more");
        }
    }

    private static void requireSeconds(String name, Duration value) {
        if (value.toSeconds() < 1 || value.toNanosPart() != 0) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed: whole seconds, 1 s or more");
        }
    }
}
