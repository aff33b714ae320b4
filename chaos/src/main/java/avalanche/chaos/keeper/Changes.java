package avalanche.chaos.keeper;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Revision;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What orders change of a service that is kept, as its platform does it. */
public interface Changes {
    /** What the platform can do of {@link Ability#ROLL}, LIMIT and RESTART; it is asked for nothing else. */
    Set<Ability> abilities();

    /**
     * Looks whether the lives to come can be of a revision, before the current one is ended for it.
     *
     * @return what makes them so; run before the next life is started, by the thread that starts it
     * @throws IOException if they cannot; the message carries the remedy
     */
    Runnable revise(Revision revision) throws IOException;

    /**
     * Changes the limits of the current life and of those to come.
     *
     * @param memoryBytes null to leave it
     * @param cpus null to leave it
     * @throws IOException if the platform does not take it; nothing has changed then
     */
    void limit(@Nullable Long memoryBytes, @Nullable Double cpus) throws IOException;
}
