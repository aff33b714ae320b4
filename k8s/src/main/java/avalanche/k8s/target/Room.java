package avalanche.k8s.target;

import avalanche.chaos.target.Container;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Placement;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.manifest.VictimPatches;
import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import io.kubernetes.client.util.PatchUtils;
import java.io.IOException;

/** What the quota of an own namespace leaves room for; in a shared one, its owner decides. Guarded by its user. */
final class Room {
    private final Clients clients;
    private final Placement placement;
    private final int most;
    private Container largest;

    /**
     * @param most how many replicas, each as large as the largest so far
     * @param largest the limits that there is room for at first
     */
    Room(Clients clients, Placement placement, int most, Container largest) {
        this.clients = clients;
        this.placement = placement;
        this.most = most;
        this.largest = largest;
    }

    /**
     * Raises the quota where these limits need it. Never lowers it: pods of both limits are there for a while. The server
     * takes a moment to go by it, and a Deployment whose pod is refused until then asks again.
     *
     * @throws IOException if the cluster does not take it
     */
    void make(Container limits) throws IOException {
        long memory = Math.max(limits.memoryBytes(), largest.memoryBytes());
        double cpus = Math.max(limits.cpus(), largest.cpus());
        switch (placement) {
            case Placement.Own own when memory > largest.memoryBytes() || cpus > largest.cpus() -> raise(own
                    .namespace(), new Container(memory, cpus, largest.heapBytes(), null));
            case Placement.Own _,Placement.Shared _ -> {
                // There is room, or it is not ours to make.
            }
        }
    }

    private void raise(String namespace, Container to) throws IOException {
        String patch = VictimPatches.quota(most, to);
        try {
            PatchUtils.patch(V1ResourceQuota.class, () -> new CoreV1Api(clients.calls()).patchNamespacedResourceQuota(
                    VictimManifests.QUOTA, namespace, new V1Patch(patch)).buildCall(null),
                    V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH, clients.calls());
            largest = to;
        } catch (ApiException e) {
            throw ServerAnswer.refused("the quota of " + namespace + " could not be raised", e);
        }
    }
}
