package avalanche.k8s.pods;

import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pod says of itself, where its parts may be missing: pure functions. */
public final class PodFacts {
    private static final V1ObjectMeta NONE = new V1ObjectMeta();

    private PodFacts() {}

    private static V1ObjectMeta metadata(V1Pod pod) {
        V1ObjectMeta metadata = pod.getMetadata();
        return metadata == null ? NONE : metadata;
    }

    /** Its name. */
    public static String name(V1Pod pod) {
        return String.valueOf(metadata(pod).getName());
    }

    /** The server's id of it; a pod of the same name that comes later has another. */
    public static String uid(V1Pod pod) {
        return String.valueOf(metadata(pod).getUid());
    }

    /** The version of its state. */
    static String version(V1Pod pod) {
        return String.valueOf(metadata(pod).getResourceVersion());
    }

    /** A label's value; null where it has none. */
    public static @Nullable String label(V1Pod pod, String key) {
        Map<String, String> labels = metadata(pod).getLabels();
        return labels == null ? null : labels.get(key);
    }

    /** When it was asked for. */
    public static Instant created(V1Pod pod) {
        OffsetDateTime created = metadata(pod).getCreationTimestamp();
        return created == null ? Instant.EPOCH : created.toInstant();
    }

    /** Whether it was told to end. */
    public static boolean isLeaving(V1Pod pod) {
        return metadata(pod).getDeletionTimestamp() != null;
    }

    /** When it was told to end, in whole seconds; {@code otherwise} where it does not say. */
    public static Instant toldToEnd(V1Pod pod, Instant otherwise) {
        OffsetDateTime deadline = metadata(pod).getDeletionTimestamp();
        Long grace = metadata(pod).getDeletionGracePeriodSeconds();
        return deadline == null ? otherwise : deadline.toInstant().minusSeconds(grace == null ? 0 : grace);
    }

    /** Why it failed as a whole, such as an eviction; null where it did not. */
    public static @Nullable String failure(V1Pod pod) {
        V1PodStatus status = pod.getStatus();
        String reason = status == null || !"Failed".equals(status.getPhase()) ? null : status.getReason();
        return status == null || reason == null ? null : reason + (status.getMessage() == null
                ? ""
                : ": " + status.getMessage());
    }
}
