package avalanche.chaos.target;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes how many replicas of the service run behind one address, in the middle of a run. */
public interface Scaling {
    /**
     * One replica as the platform saw it.
     *
     * @param name the platform's name of it
     * @param createdAt when it was asked for
     * @param readyAt when it first answered, null if it has not
     */
    record Replica(String name, Instant createdAt, @Nullable Instant readyAt) {}

    /**
     * Asks for this many replicas; returns once the platform has taken the order.
     *
     * @param replicas 1 or more
     * @throws IOException if the platform does not take it
     */
    void scale(int replicas) throws IOException;

    /** The replicas seen so far, in the order of their creation; those that are gone included. */
    List<Replica> replicas();
}
