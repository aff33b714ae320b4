package avalanche.chaos.target;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a service that runs, as an operator would. An order returns once the platform has taken it; what
 * became of it is read from {@link #instances}. An order outside of {@link #abilities} ends in an
 * {@link UnsupportedOperationException}.
 */
public interface Operations {
    /** What this platform can do, of {@link Ability#SCALE}, ROLL, LIMIT and RESTART. */
    Set<Ability> abilities();

    /**
     * Asks for this many replicas.
     *
     * @param replicas 1 or more
     * @throws IllegalArgumentException if there is no room for so many; the message says for how many
     * @throws IOException if the platform does not take it
     */
    void scale(int replicas) throws IOException;

    /**
     * Replaces the replicas by those of another revision; one is kept serving where the platform can do that.
     *
     * @throws IOException if the platform does not take it
     */
    void roll(Revision revision) throws IOException;

    /**
     * Changes limits; a platform that cannot change them in place replaces the replicas.
     *
     * @param memoryBytes limit of memory, null to leave it
     * @param cpus limit of processors, null to leave it
     * @throws IOException if the platform does not take it
     */
    void limit(@Nullable Long memoryBytes, @Nullable Double cpus) throws IOException;

    /**
     * Ends every replica and starts it again.
     *
     * @throws IOException if the platform does not take it
     */
    void restart() throws IOException;

    /** The replicas seen so far, in the order of their creation; those that are gone included. */
    List<Instance> instances();
}
