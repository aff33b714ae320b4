package avalanche.k8s.target;

import avalanche.k8s.pods.PodFacts;
import io.kubernetes.client.openapi.models.V1ContainerState;
import io.kubernetes.client.openapi.models.V1ContainerStateTerminated;
import io.kubernetes.client.openapi.models.V1ContainerStatus;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodCondition;
import io.kubernetes.client.openapi.models.V1PodStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod's state in words, for a person who must find out what went wrong: a pure function. */
public final class PodStates {
    private PodStates() {}

    /** One line: its phase, what it waits for, and each container's state. */
    public static String words(V1Pod pod) {
        StringBuilder text = new StringBuilder("pod " + PodFacts.name(pod) + ": ");
        V1PodStatus status = pod.getStatus();
        if (status == null) {
            return text + "no state yet";
        }
        text.append(status.getPhase());
        if (status.getReason() != null) {
            text.append(" (").append(status.getReason()).append(": ").append(status.getMessage()).append(')');
        }
        for (V1PodCondition condition : orEmpty(status.getConditions())) {
            if (!"True".equals(condition.getStatus()) && condition.getMessage() != null) {
                text.append(", not ").append(condition.getType()).append(": ").append(condition.getMessage());
            }
        }
        for (V1ContainerStatus container : orEmpty(status.getContainerStatuses())) {
            text.append("; container ").append(container.getName()).append(' ').append(state(container.getState()))
                    .append(", restart count ").append(container.getRestartCount());
            if (container.getLastState() != null && container.getLastState().getTerminated() != null) {
                text.append(", before that ").append(state(container.getLastState()));
            }
        }
        return text.toString();
    }

    private static String state(@Nullable V1ContainerState state) {
        if (state == null) {
            return "not started";
        }
        if (state.getRunning() != null) {
            return "running since " + state.getRunning().getStartedAt();
        }
        V1ContainerStateTerminated ended = state.getTerminated();
        if (ended != null) {
            return "ended at " + ended.getFinishedAt() + " with exit code " + ended.getExitCode() + " (" + ended
                    .getReason() + ")";
        }
        return state.getWaiting() == null
                ? "not started"
                : "waiting: " + state.getWaiting().getReason() + (state.getWaiting().getMessage() == null
                        ? ""
                        : ": " + state.getWaiting().getMessage());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
