package avalanche.chaos.keeper;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.target.LifeReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of a service, from its start to its burial. */
public interface Life {
    /** Runs an action at the end of its process; at once if it is over. */
    void atEnd(Runnable action);

    boolean isAlive();

    boolean isReady();

    /** It answers for the first time. */
    void ready();

    /**
     * It told in its vitals how many processes the kernel has killed for memory in its control group; one that has no
     * such group of its own does not keep it.
     */
    default void counted(long oomKills) {}

    /** Ends the process: asks, waits for {@code grace}, kills. */
    void stop(Duration grace);

    /**
     * Concludes how it ended, once its process is gone.
     *
     * @param stopped whether the harness ended it
     */
    LifeReport bury(boolean stopped);

    boolean isBuried();

    /** What is known of it now. */
    LifeReport report();

    /** How it can be disrupted; null where it cannot. */
    default @Nullable Disruptable disruptable() {
        return null;
    }

    /** Where its output is written. */
    Path log();

    /** The last lines of its output. */
    List<String> lastLines(int most);
}
