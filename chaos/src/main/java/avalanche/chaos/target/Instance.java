package avalanche.chaos.target;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One replica as the platform saw it, in wall-clock time.
 *
 * @param name the platform's name of it
 * @param revision which revision it runs: 1 from the start, one more with every roll-out, restart and change of limits
 * that replaced it
 * @param createdAt when it was asked for
 * @param readyAt when it first answered, null if it has not
 * @param goneAt when it was gone for good, null while it is there
 */
public record Instance(String name, int revision, Instant createdAt, @Nullable Instant readyAt,
        @Nullable Instant goneAt) {}
