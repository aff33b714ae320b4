package avalanche.k8s.target;

import avalanche.chaos.image.ContainerCommands;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Placement;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.manifest.VictimPatches;
import avalanche.k8s.manifest.VictimSpec;
import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Scale;
import io.kubernetes.client.util.PatchUtils;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Patches the Deployment. All but a change of scale replaces its pods, one more at a time than there are to be, so that
 * as many as before go on serving.
 */
final class DeploymentOperations implements Operations {
    private final Clients clients;
    private final Placement placement;
    private final String deployment;
    private final int most;
    private final PodBoard board;
    private final Room room;
    private List<String> arguments;
    private Container limits;
    private int orders;

    /** @param spec what runs at first */
    DeploymentOperations(Clients clients, VictimSpec spec, PodBoard board) {
        this.clients = clients;
        this.placement = spec.placement();
        this.deployment = placement.name(VictimManifests.COMPONENT);
        this.most = spec.mostReplicas();
        this.board = board;
        this.room = new Room(clients, placement, most, spec.container());
        this.arguments = spec.arguments();
        this.limits = spec.container();
    }

    @Override
    public Set<Ability> abilities() {
        return KubernetesTarget.OPERATIONS;
    }

    @Override
    public synchronized void scale(int replicas) throws IOException {
        if (replicas < 1 || replicas > most) {
            throw new IllegalArgumentException("replicas is " + replicas + "; allowed: 1 to " + most);
        }
        int before = board.wanted(replicas);
        try {
            PatchUtils.patch(V1Scale.class, () -> new AppsV1Api(clients.calls()).patchNamespacedDeploymentScale(
                    deployment, placement.namespace(), new V1Patch(VictimPatches.replicas(replicas))).buildCall(null),
                    V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH, clients.calls());
        } catch (ApiException e) {
            board.wanted(before);
            throw refused("be scaled to " + replicas, e);
        }
    }

    @Override
    public synchronized void roll(Revision revision) throws IOException {
        if (revision.settings().containsKey(TargetSpec.PLUGINS)) {
            throw new IOException(TargetSpec.PLUGINS
                    + " cannot be rolled out in a cluster: jars are taken to the service"
                    + " at its start; build an image that contains them and roll that out");
        }
        List<String> changed = ContainerCommands.withSettings(arguments, revision.settings());
        replace("be rolled out", revision.image(), changed, null);
        arguments = changed;
    }

    @Override
    public synchronized void limit(@Nullable Long memoryBytes, @Nullable Double cpus) throws IOException {
        Container changed = limits.limited(memoryBytes, cpus);
        List<String> withHeap = ContainerCommands.withHeap(arguments, changed.heapBytes());
        room.make(changed);
        replace("get other limits", null, withHeap, changed);
        arguments = withHeap;
        limits = changed;
    }

    @Override
    public synchronized void restart() throws IOException {
        replace("be restarted", null, null, null);
    }

    private void replace(String what, @Nullable String image, @Nullable List<String> args, @Nullable Container of)
            throws IOException {
        String patch = VictimPatches.pods(++orders, image, args, of);
        try {
            PatchUtils.patch(V1Deployment.class, () -> new AppsV1Api(clients.calls()).patchNamespacedDeployment(
                    deployment, placement.namespace(), new V1Patch(patch)).buildCall(null),
                    V1Patch.PATCH_FORMAT_STRATEGIC_MERGE_PATCH, clients.calls());
        } catch (ApiException e) {
            throw refused(what, e);
        }
    }

    private IOException refused(String what, ApiException e) {
        return ServerAnswer.refused("deployment " + deployment + " of " + placement.namespace() + " could not " + what,
                e);
    }

    @Override
    public List<Instance> instances() {
        return board.instances();
    }
}
