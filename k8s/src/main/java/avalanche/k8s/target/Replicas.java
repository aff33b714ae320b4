package avalanche.k8s.target;

import avalanche.chaos.target.Instance;
import avalanche.k8s.pods.PodFacts;
import io.kubernetes.client.openapi.models.V1Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service's pods over time, each with the revision that it is of. Guarded by its {@link PodBoard}. */
final class Replicas {
    private static final String REVISION = "pod-template-hash";

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final List<String> revisions = new ArrayList<>();

    /** Enters a pod as it was seen. */
    void seen(V1Pod pod, boolean ready, Instant at) {
        String name = PodFacts.name(pod);
        Instance known = instances.get(name);
        Instant readyAt = known == null ? null : known.readyAt();
        instances.put(name, new Instance(name, known == null ? revision(pod) : known.revision(), PodFacts.created(pod),
                readyAt == null && ready ? at : readyAt, null));
    }

    /** Revisions are counted as they come: a Deployment's own number of them is not its pods'. */
    private int revision(V1Pod pod) {
        String hash = String.valueOf(PodFacts.label(pod, REVISION));
        if (!revisions.contains(hash)) {
            revisions.add(hash);
        }
        return revisions.indexOf(hash) + 1;
    }

    /** Enters that a pod is no more. */
    void gone(String name, Instant at) {
        instances.computeIfPresent(name, (_, of) -> new Instance(name, of.revision(), of.createdAt(), of.readyAt(),
                at));
    }

    /** All so far, in the order in which they were seen. */
    List<Instance> all() {
        return List.copyOf(instances.values());
    }
}
