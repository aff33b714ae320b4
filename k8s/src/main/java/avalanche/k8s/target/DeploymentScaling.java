package avalanche.k8s.target;

import avalanche.chaos.target.Scaling;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.models.V1Scale;
import io.kubernetes.client.util.PatchUtils;
import java.io.IOException;
import java.util.List;

/** Patches the Deployment's scale. */
final class DeploymentScaling implements Scaling {
    private final Clients clients;
    private final String namespace;
    private final String deployment;
    private final int most;
    private final PodBoard board;
    private volatile boolean ordered;

    /** @param most how many replicas there is room for */
    DeploymentScaling(Clients clients, String namespace, String deployment, int most, PodBoard board) {
        this.clients = clients;
        this.namespace = namespace;
        this.deployment = deployment;
        this.most = most;
        this.board = board;
    }

    @Override
    public void scale(int replicas) throws IOException {
        if (replicas < 1 || replicas > most) {
            throw new IllegalArgumentException("replicas is " + replicas + "; allowed: 1 to " + most);
        }
        ordered = true;
        String patch = "{\"spec\":{\"replicas\":" + replicas + "}}";
        try {
            PatchUtils.patch(V1Scale.class, () -> new AppsV1Api(clients.calls()).patchNamespacedDeploymentScale(
                    deployment,
                    namespace, new V1Patch(patch)).buildCall(null), V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH, clients
                            .calls());
        } catch (ApiException e) {
            throw ServerAnswer.refused("deployment " + deployment + " of " + namespace + " could not be scaled to "
                    + replicas, e);
        }
    }

    /** Whether the number was ever changed, so that a pod may leave by the harness's order. */
    boolean isOrdered() {
        return ordered;
    }

    @Override
    public List<Replica> replicas() {
        return board.replicas();
    }
}
