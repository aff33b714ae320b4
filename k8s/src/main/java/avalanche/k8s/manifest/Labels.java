package avalanche.k8s.manifest;

import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels of everything that is created, by which it is found again. */
public final class Labels {
    public static final String NAME = "app.kubernetes.io/name";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String COMPONENT = "app.kubernetes.io/component";
    public static final String PART_OF = "app.kubernetes.io/part-of";
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /** The run's id, shortened to what a label may hold; the annotation of the same name has it in full. */
    public static final String RUN = "avalanche/run-id";
    /** Of objects of a user's manifest: the instance of the target that they were applied for. */
    public static final String APPLIED = "avalanche/applied";
    /** The value of {@link #MANAGED_BY} and {@link #PART_OF}. */
    public static final String AVALANCHE = "avalanche";
    /** Selects all that this program created. */
    public static final String OURS = MANAGED_BY + "=" + AVALANCHE;

    private Labels() {}

    /** The labels of one component of an instance, in order of their keys. */
    static Map<String, String> of(String name, String component, String instance, @Nullable String runId) {
        Map<String, String> labels = new TreeMap<>(Map.of(NAME, name, COMPONENT, component, INSTANCE, instance, PART_OF,
                AVALANCHE, MANAGED_BY, AVALANCHE));
        if (runId != null) {
            labels.put(RUN, Names.label(runId));
        }
        return labels;
    }

    /** The value of {@link #RUN} for a run's id. */
    public static String run(String runId) {
        return Names.label(runId);
    }

    /** What a Service and a Deployment find their pods by. */
    static Map<String, String> selector(String component, String instance) {
        return new TreeMap<>(Map.of(COMPONENT, component, INSTANCE, instance));
    }

    /** A label selector that selects the pods of one component of an instance. */
    public static String select(String component, String instance) {
        return COMPONENT + "=" + component + "," + INSTANCE + "=" + instance;
    }

    static V1ObjectMeta metadata(String name, @Nullable String namespace, Map<String, String> labels,
            @Nullable String runId) {
        V1ObjectMeta metadata = new V1ObjectMeta().name(name).namespace(namespace).labels(labels);
        if (runId != null) {
            metadata.putAnnotationsItem(RUN, runId);
        }
        return metadata;
    }
}
