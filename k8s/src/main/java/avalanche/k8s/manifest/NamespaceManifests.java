package avalanche.k8s.manifest;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1LimitRange;
import io.kubernetes.client.openapi.models.V1LimitRangeItem;
import io.kubernetes.client.openapi.models.V1LimitRangeSpec;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import io.kubernetes.client.openapi.models.V1ResourceQuotaSpec;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An own namespace with its quota, its limits and an account without a token; nothing in a shared one. */
final class NamespaceManifests {
    /** The quota's name. */
    static final String QUOTA = "quota";

    private static final String NAME = "avalanche";
    private static final String COMPONENT = "namespace";
    private static final String ACCOUNT = "workload";

    private NamespaceManifests() {}

    /**
     * The objects, in the order in which they are created.
     *
     * @param pods how many pods the quota allows
     * @param memoryBytes memory of each
     * @param cpus processors of each
     */
    static List<KubernetesObject> of(Placement placement, String runId, int pods, long memoryBytes, double cpus) {
        return switch (placement) {
            case Placement.Shared _ -> List.of();
            case Placement.Own own -> {
                Map<String, String> labels = Labels.of(NAME, COMPONENT, own.instance(), runId);
                Map<String, String> confined = new TreeMap<>(labels);
                // Where the server knows pod security levels, it refuses any pod with more rights than the least.
                confined.put("pod-security.kubernetes.io/enforce", "restricted");
                yield List.of(new V1Namespace().apiVersion("v1").kind("Namespace").metadata(Labels.metadata(own
                        .namespace(), null, confined, runId)), quota(own, labels, runId, pods, memoryBytes, cpus),
                        limits(
                                own, labels, runId), new V1ServiceAccount().apiVersion("v1").kind("ServiceAccount")
                                        .metadata(Labels.metadata(ACCOUNT, own.namespace(), labels, runId))
                                        .automountServiceAccountToken(false));
            }
        };
    }

    /** The account that pods run as: one without rights, whose token is not mounted. */
    static String account(Placement placement) {
        return switch (placement) {
            case Placement.Own _ -> ACCOUNT;
            case Placement.Shared _ -> "default";
        };
    }

    private static V1ResourceQuota quota(Placement.Own own, Map<String, String> labels, String runId, int pods,
            long memoryBytes, double cpus) {
        Map<String, Quantity> hard = new TreeMap<>(Map.of("pods", Quantity.fromString(String.valueOf(pods)),
                "services.nodeports", Quantity.fromString("0"), "services.loadbalancers", Quantity.fromString("0"),
                "persistentvolumeclaims", Quantity.fromString("0")));
        hard.putAll(room(pods, memoryBytes, cpus));
        return new V1ResourceQuota().apiVersion("v1").kind("ResourceQuota").metadata(Labels.metadata(QUOTA, own
                .namespace(), labels, runId)).spec(new V1ResourceQuotaSpec().hard(hard));
    }

    /** What so many pods of these limits take of a quota. */
    static Map<String, Quantity> room(int pods, long memoryBytes, double cpus) {
        Quantity memory = Hardening.memory(memoryBytes * pods);
        return new TreeMap<>(Map.of("limits.memory", memory, "requests.memory", memory, "limits.cpu", Hardening.cpus(
                cpus * pods)));
    }

    /** What a pod gets that asks for nothing, such as one that somebody adds by hand. */
    private static V1LimitRange limits(Placement.Own own, Map<String, String> labels, String runId) {
        Map<String, Quantity> some = new TreeMap<>(Map.of("memory", Quantity.fromString("128Mi"), "cpu", Quantity
                .fromString("100m")));
        return new V1LimitRange().apiVersion("v1").kind("LimitRange").metadata(Labels.metadata("limits", own
                .namespace(),
                labels, runId)).spec(new V1LimitRangeSpec().limits(List.of(new V1LimitRangeItem().type("Container")
                        ._default(some).defaultRequest(some))));
    }
}
