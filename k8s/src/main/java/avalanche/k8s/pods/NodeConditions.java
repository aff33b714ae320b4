package avalanche.k8s.pods;

import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1NodeCondition;
import io.kubernetes.client.openapi.models.V1NodeStatus;
import io.kubernetes.client.openapi.models.V1PodSpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pod's node ran out of memory, disk or processes, as the node itself says. Reading nodes is a right of the
 * whole cluster: where it is not given, that is said, so that silence never passes for health.
 */
public final class NodeConditions {
    private static final int FORBIDDEN = 403;
    private static final Set<String> PRESSURES = Set.of("MemoryPressure", "DiskPressure", "PIDPressure");

    private final CoreV1Api api;
    private final String namespace;

    public NodeConditions(Clients clients, String namespace) {
        this.api = new CoreV1Api(clients.calls());
        this.namespace = namespace;
    }

    /** What the node of a pod tells of a stretch of time, in words; never empty. */
    public List<String> during(String pod, Instant from, Instant until) {
        String node = null;
        try {
            V1PodSpec spec = api.readNamespacedPod(pod, namespace).execute().getSpec();
            node = spec == null ? null : spec.getNodeName();
            return node == null
                    ? List.of("whether its node was under pressure was not seen: pod " + pod + " has none")
                    : words(node, api.readNode(node).execute(), from, until);
        } catch (ApiException e) {
            return List.of(unseen(node, e));
        }
    }

    private static String unseen(@Nullable String node, ApiException e) {
        String what = "whether " + (node == null ? "its node" : "its node " + node)
                + " was under pressure was not seen: ";
        return e.getCode() == FORBIDDEN
                ? what + "reading nodes is a right of the whole cluster, which the harness's Role does not give"
                : what + ServerAnswer.words(e);
    }

    /** The same of a node's own words: a pure function. A node keeps the time of the last change of each condition only. */
    static List<String> words(String name, V1Node node, Instant from, Instant until) {
        V1NodeStatus status = node.getStatus();
        List<V1NodeCondition> conditions = status == null ? null : status.getConditions();
        List<String> words = new ArrayList<>();
        int told = 0;
        for (V1NodeCondition condition : conditions == null ? List.<V1NodeCondition>of() : conditions) {
            if (PRESSURES.contains(condition.getType())) {
                told++;
                String pressure = words(condition, from, until);
                if (pressure != null) {
                    words.add("node " + name + ": " + pressure);
                }
            }
        }
        if (told == 0) {
            words.add("whether its node " + name + " was under pressure was not seen: it tells no such condition");
        } else if (words.isEmpty()) {
            words.add("node " + name + ": no pressure of memory, disk or processes");
        }
        return words;
    }

    private static @Nullable String words(V1NodeCondition condition, Instant from, Instant until) {
        OffsetDateTime changed = condition.getLastTransitionTime();
        Instant since = changed == null ? Instant.EPOCH : changed.toInstant();
        if ("True".equals(condition.getStatus())) {
            return since.isAfter(until) ? null : condition.getType() + " since " + since + said(condition);
        }
        boolean within = !since.isBefore(from) && !since.isAfter(until);
        return switch (String.valueOf(condition.getStatus())) {
            case "False" -> within ? condition.getType() + " until " + since : null;
            default -> condition.getType() + " is not known since " + since + said(condition);
        };
    }

    private static String said(V1NodeCondition condition) {
        return condition.getMessage() == null ? "" : " (" + condition.getMessage() + ")";
    }
}
