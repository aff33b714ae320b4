package avalanche.chaos.target;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Injectors at work. Their output lines are read alike from a process, a container's log or a pod's log. */
public interface Injection extends AutoCloseable {
    /**
     * One line of one shard's standard output.
     *
     * @param shard from 0
     * @param text the line without its end
     */
    record Line(int shard, String text) {}

    /**
     * How one shard ended.
     *
     * @param shard from 0
     * @param exitCode its exit code, null while it runs
     * @param lastWords its last lines of error output
     */
    record Shard(int shard, @Nullable Integer exitCode, List<String> lastWords) {}

    /** The next line, or null if none came in time or all shards ended and all their lines were read. */
    @Nullable
    Line next(Duration atMost) throws InterruptedException;

    /** Whether every shard ended and every line was read. */
    boolean isDone();

    List<Shard> shards();

    /** Ends the injectors; may be called twice. */
    @Override
    void close();
}
