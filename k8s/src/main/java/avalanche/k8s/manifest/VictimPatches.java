package avalanche.k8s.manifest;

import avalanche.chaos.target.Container;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What changes of a service that runs, as patches: pure functions. */
public final class VictimPatches {
    /** The pod's annotation with the number of the order that it was made for, so that each order makes other pods. */
    public static final String ORDER = "avalanche/order";

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private VictimPatches() {}

    /** A merge patch of the Deployment's scale. */
    public static String replicas(int replicas) {
        return JSON.toJson(Map.of("spec", Map.of("replicas", replicas)));
    }

    /**
     * A strategic merge patch of the Deployment: its pods are replaced by such.
     *
     * @param order the number of the order, from 1
     * @param image the service's image, null for the present one
     * @param arguments the container's arguments, null for the present ones
     * @param limits its limits, null for the present ones
     */
    public static String pods(int order, @Nullable String image, @Nullable List<String> arguments,
            @Nullable Container limits) {
        Map<String, Object> container = new TreeMap<>(Map.of("name", VictimManifests.COMPONENT));
        if (image != null) {
            container.put("image", image);
        }
        if (arguments != null) {
            container.put("args", arguments);
        }
        if (limits != null) {
            V1ResourceRequirements resources = VictimManifests.resources(limits);
            container.put("resources", Map.of("limits", words(resources.getLimits()), "requests", words(resources
                    .getRequests())));
        }
        return JSON.toJson(Map.of("spec", Map.of("template", new TreeMap<>(Map.of("metadata", Map.of("annotations", Map
                .of(ORDER, String.valueOf(order))), "spec", Map.of("containers", List.of(container)))))));
    }

    /** A merge patch of an own namespace's quota: room for as many pods as before, of these limits. */
    public static String quota(int mostReplicas, Container limits) {
        return JSON.toJson(Map.of("spec", Map.of("hard", words(NamespaceManifests.room(mostReplicas + 1, limits
                .memoryBytes(), limits.cpus())))));
    }

    private static Map<String, String> words(@Nullable Map<String, Quantity> quantities) {
        Map<String, String> words = new TreeMap<>();
        if (quantities != null) {
            quantities.forEach((name, quantity) -> words.put(name, quantity.toSuffixedString()));
        }
        return words;
    }
}
