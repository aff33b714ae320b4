package avalanche.k8s.pods;

import io.kubernetes.client.openapi.models.CoreV1Event;
import io.kubernetes.client.openapi.models.V1ObjectReference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a cluster told of one of its objects.
 *
 * @param first when it was first told
 * @param last when it was last told
 * @param count how often
 * @param object kind and name, such as {@code Pod/victim-5d}
 * @param reason such as {@code Killing}
 * @param message in words
 */
public record ClusterEvent(Instant first, Instant last, int count, String object, String reason, String message) {
    /** In the order of their last occurrence. */
    static List<ClusterEvent> of(List<CoreV1Event> events) {
        return events.stream().map(ClusterEvent::of).sorted(Comparator.comparing(ClusterEvent::last).thenComparing(
                ClusterEvent::object).thenComparing(ClusterEvent::message)).toList();
    }

    private static ClusterEvent of(CoreV1Event event) {
        Instant created = first(event.getMetadata().getCreationTimestamp());
        Instant at = first(event.getFirstTimestamp(), event.getEventTime());
        Instant begin = at == null ? created == null ? Instant.EPOCH : created : at;
        Instant end = first(event.getLastTimestamp(), event.getSeries() == null ? null : event.getSeries()
                .getLastObservedTime());
        V1ObjectReference object = event.getInvolvedObject();
        return new ClusterEvent(begin, end == null ? begin : end, event.getCount() == null ? 1 : event.getCount(),
                object
                        .getKind() + "/" + object.getName(), String.valueOf(event.getReason()), String.valueOf(event
                                .getMessage()).strip());
    }

    private static @Nullable Instant first(@Nullable OffsetDateTime... times) {
        for (OffsetDateTime time : times) {
            if (time != null) {
                return time.toInstant();
            }
        }
        return null;
    }

    /** Whether it is of this pod. */
    public boolean isOf(String pod) {
        return object.equals("Pod/" + pod);
    }

    /** Whether it tells that a container is killed because its liveness probe failed. */
    public boolean isLivenessKill() {
        return reason.equals("Killing") && message.contains("liveness probe");
    }

    /** Whether it tells that a liveness probe was not answered. */
    public boolean isLivenessFailure() {
        return reason.equals("Unhealthy") && message.contains("Liveness probe failed");
    }

    /** Whether it tells of memory or pressure on a node. */
    public boolean isOfPressure() {
        return reason.equals("Evicted") || reason.equals("Preempted") || reason.contains("OOM") || reason.contains(
                "Pressure");
    }

    /** One line. */
    public String words() {
        return last + (count > 1 ? " (" + count + " times since " + first + ")" : "") + " " + object + " " + reason
                + ": "
                + message;
    }
}
