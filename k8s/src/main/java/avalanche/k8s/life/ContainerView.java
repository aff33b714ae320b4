package avalanche.k8s.life;

import avalanche.k8s.pods.PodFacts;
import io.kubernetes.client.openapi.models.V1ContainerState;
import io.kubernetes.client.openapi.models.V1ContainerStateTerminated;
import io.kubernetes.client.openapi.models.V1ContainerStatus;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodCondition;
import io.kubernetes.client.openapi.models.V1PodStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pod's status says of its one container: a pure function of the status. Instants are whole seconds, as a
 * kubelet writes them.
 *
 * @param pod the pod's name
 * @param restarts how often the container was started again
 * @param containerId of the container that the status is of, null before the first
 * @param runningSince null where it does not run
 * @param terminated how the current container ended, null where it did not
 * @param before how the one before it ended, null where that is not told
 * @param waiting why it waits, null where it does not
 * @param waitingMessage the reason in the kubelet's words
 * @param ready whether it answers
 * @param readySince when that last changed
 */
public record ContainerView(String pod, int restarts, @Nullable String containerId, @Nullable Instant runningSince,
        @Nullable Termination terminated, @Nullable Termination before, @Nullable String waiting,
        @Nullable String waitingMessage, boolean ready, @Nullable Instant readySince) {
    /** The reason for which a kubelet waits before it starts a container again. */
    static final String BACK_OFF = "CrashLoopBackOff";

    /**
     * How a container ended.
     *
     * @param containerId its id, null where it is not told
     * @param exitCode 128 + n for signal n
     * @param reason the kubelet's label
     * @param startedAt null where it is not told
     * @param finishedAt null where it is not told
     */
    public record Termination(@Nullable String containerId, int exitCode, @Nullable String reason,
            @Nullable Instant startedAt, @Nullable Instant finishedAt) {}

    /** Reads a pod's status; null where it has none of this container yet. */
    public static @Nullable ContainerView of(V1Pod pod, String container) {
        V1PodStatus status = pod.getStatus();
        List<V1ContainerStatus> all = status == null ? null : status.getContainerStatuses();
        if (status == null || all == null) {
            return null;
        }
        for (V1ContainerStatus of : all) {
            if (container.equals(of.getName())) {
                return view(PodFacts.name(pod), status, of);
            }
        }
        return null;
    }

    private static ContainerView view(String pod, V1PodStatus podStatus, V1ContainerStatus status) {
        V1ContainerState state = status.getState() == null ? new V1ContainerState() : status.getState();
        V1ContainerState last = status.getLastState() == null ? new V1ContainerState() : status.getLastState();
        var running = state.getRunning();
        var waiting = state.getWaiting();
        return new ContainerView(pod, or(status.getRestartCount(), 0), blankToNull(status.getContainerID()),
                running == null ? null : instant(running.getStartedAt()), termination(state.getTerminated()),
                termination(
                        last.getTerminated()),
                waiting == null ? null : waiting.getReason(), waiting == null ? null : waiting.getMessage(),
                Boolean.TRUE.equals(status.getReady()), readySince(podStatus));
    }

    private static @Nullable Termination termination(@Nullable V1ContainerStateTerminated of) {
        return of == null ? null : new Termination(blankToNull(of.getContainerID()), or(of.getExitCode(), -1), of
                .getReason(), instant(of.getStartedAt()), instant(of.getFinishedAt()));
    }

    private static @Nullable Instant readySince(V1PodStatus status) {
        List<V1PodCondition> conditions = status.getConditions();
        if (conditions != null) {
            for (V1PodCondition condition : conditions) {
                if ("ContainersReady".equals(condition.getType()) && "True".equals(condition.getStatus())) {
                    return instant(condition.getLastTransitionTime());
                }
            }
        }
        return null;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        // A kubelet that never learnt an instant writes the epoch.
        return time == null || time.toInstant().getEpochSecond() <= 0 ? null : time.toInstant();
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The restart count of the container whose end {@link #before} tells. */
    int restartOfBefore() {
        Termination of = before;
        boolean waits = runningSince == null && terminated == null;
        boolean same = of != null && (BACK_OFF.equals(waiting) || containerId == null || containerId.equals(of
                .containerId()));
        return waits && same ? restarts : Math.max(0, restarts - 1);
    }
}
