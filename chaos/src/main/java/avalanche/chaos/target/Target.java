package avalanche.chaos.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that a platform started and, when it dies, starts again as a kubelet would. */
public interface Target extends AutoCloseable {
    /** Where requests go: for the injector, not necessarily reachable from here. */
    URI baseUri();

    /** The service's management port. */
    Management management();

    /**
     * The management port of one replica; where the platform reaches only the service as a whole, that of the service.
     *
     * @param instance the name of one of {@link Operations#instances}
     */
    default Management management(String instance) {
        return management();
    }

    /**
     * Waits until the service answers.
     *
     * @throws TargetException if it is not ready in time or died; the message carries {@link #diagnostics()}
     */
    void awaitReady(Duration atMost) throws TargetException, InterruptedException;

    /** The lives so far, in order; the last one may still be running. */
    List<LifeReport> lives();

    /** State, exit codes and last log lines, for a person who must find out what went wrong. */
    String diagnostics();

    /** What can be done to it as an operator would; null where the platform can do nothing of it. */
    default @Nullable Operations operations() {
        return null;
    }

    /** What can be done to it as chaos would; null where the platform can do nothing of it. */
    default @Nullable Disruptions disruptions() {
        return null;
    }

    /** When the platform told nothing of it, in order; none where it always did. */
    default List<Blackout> blackouts() {
        return List.of();
    }

    /** Ends the service and everything started for it; may be called twice. */
    @Override
    void close();
}
