package avalanche.chaos.target;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A place where a service and its injectors can run. */
public interface Platform {
    /** The name in records and on the command line, such as {@code local}. */
    String name();

    /** What it can do to a service that runs, known before one is started; no more than its targets really do. */
    default Set<Ability> abilities() {
        return Set.of();
    }

    /** Whether this platform can be used now, without starting anything. */
    Availability probe();

    /**
     * Starts the service; returns at once, before it is ready.
     *
     * @throws IOException if it could not be started; the message carries the remedy
     */
    Target start(TargetSpec spec) throws IOException;

    /**
     * Starts injectors that carry out a plan together.
     *
     * @param shards how many, 1 or more; each takes its part of the same schedule
     * @throws IOException if one could not be started; none is left running
     */
    Injection inject(InjectionPlan plan, int shards) throws IOException;

    /** How long after {@link #inject} every shard is surely ready: several shards agree on an instant no sooner. */
    Duration injectorLead();
}
