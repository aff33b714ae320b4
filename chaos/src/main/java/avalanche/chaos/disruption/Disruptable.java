package avalanche.chaos.disruption;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.LifeReport;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One life of the service, as far as something can be done to it from outside. Safe for use by several threads. */
public interface Disruptable {
    /** What can be done to it, of {@link Ability#KILL}, FREEZE and THROTTLE. */
    Set<Ability> abilities();

    /** Its process in words, such as {@code process 4711}. */
    String place();

    /** Whether it runs. */
    boolean isAlive();

    /**
     * Sends a signal to its process.
     *
     * @throws IOException if it could not be sent, such as to a process that is gone
     */
    void signal(Signal signal) throws IOException;

    /**
     * The state of its process; {@link ProcessState#GONE} where it has ended.
     *
     * @throws IOException if it cannot be told
     */
    ProcessState state() throws IOException;

    /** What is known of the life now. */
    LifeReport report();

    /** Its limit of processors; null where it cannot be changed. */
    default @Nullable CpuLimit cpuLimit() {
        return null;
    }
}
