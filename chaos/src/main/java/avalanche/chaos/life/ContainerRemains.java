package avalanche.chaos.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one life of the service in a container left behind.
 *
 * @param exitCode exit code, 128 + n for signal n
 * @param stopped whether the harness ended it
 * @param lastWords last lines of its log
 * @param labelledOomKilled the engine's or kubelet's label {@code OOMKilled}; known to lie, since an earlier kill of a
 * child process marks the container too
 * @param oomAtEnd whether an OOM kill was seen in the container's last seconds, by the engine's events; null where nobody
 * watched
 * @param oomKillsBefore what the cgroup's own counter said in the last sample while the service lived; null where it was
 * not read
 * @param livenessKill what the platform said when it killed the container for its liveness probe; null where it did not
 */
public record ContainerRemains(int exitCode, boolean stopped, List<String> lastWords, boolean labelledOomKilled,
        @Nullable Boolean oomAtEnd, @Nullable Long oomKillsBefore, @Nullable String livenessKill) {
    public ContainerRemains {
        lastWords = List.copyOf(lastWords);
    }
}
