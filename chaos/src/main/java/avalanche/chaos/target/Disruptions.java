package avalanche.chaos.target;

import java.io.IOException;
import java.util.Set;

/**
 * What can be done to a service that runs, as chaos would. Each takes effect at once and answers what it did; one outside
 * of {@link #abilities} ends in an {@link UnsupportedOperationException}.
 */
public interface Disruptions {
    /** What this platform can do, of {@link Ability#DELETE}, KILL, FREEZE, THROTTLE and CUSTOM_RESOURCE. */
    Set<Ability> abilities();

    /**
     * Deletes the oldest replica that runs, without grace.
     *
     * @throws IOException if the platform does not take it, or no replica runs
     */
    Disruption delete() throws IOException;

    /**
     * Sends SIGKILL to the process of the oldest replica that runs.
     *
     * @throws IOException if it could not be sent, or no replica runs
     */
    Disruption kill() throws IOException;

    /**
     * Sends SIGSTOP to the process of the oldest replica that runs; undone by SIGCONT.
     *
     * @throws IOException if it could not be sent, or no replica runs
     */
    Disruption freeze() throws IOException;

    /**
     * Limits the service's processors to a part; undone by the limit from before.
     *
     * @param cpus processors, 0.01 or more
     * @throws IOException if the platform does not take it
     */
    Disruption throttle(double cpus) throws IOException;

    /**
     * Applies objects of the user's own; undone by deleting those that were created.
     *
     * @param manifest YAML, one document or several
     * @throws IOException if the platform does not take one of them; none is left then
     */
    Disruption apply(String manifest) throws IOException;
}
