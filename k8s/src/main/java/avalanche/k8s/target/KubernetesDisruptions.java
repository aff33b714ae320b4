package avalanche.k8s.target;

import avalanche.chaos.disruption.DisruptionLog;
import avalanche.chaos.disruption.Freeze;
import avalanche.chaos.disruption.Kill;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import avalanche.k8s.applied.ApiObjects;
import avalanche.k8s.applied.Applier;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.life.LifeLedger;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.manifest.VictimSpec;
import avalanche.k8s.pods.PodFacts;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Disruptions of the service's pods, its Deployment and, by the user's own manifests, of anything in its namespace. */
public final class KubernetesDisruptions implements Disruptions, AutoCloseable {
    /** What a cluster can do. */
    public static final Set<Ability> ABILITIES = Set.of(Ability.DELETE, Ability.KILL, Ability.FREEZE, Ability.THROTTLE,
            Ability.CUSTOM_RESOURCE);

    /** What is seen of the pods, and where it is noted what is done to them. */
    record Sight(PodBoard board, LifeLedger ledger, Disrupted disrupted) {}

    private final ApiObjects api;
    private final Applier applier;
    private final PodShell shell;
    private final Sight sight;
    private final String pods;
    private final String deployment;
    private final DisruptionLog log = new DisruptionLog();

    KubernetesDisruptions(Clients clients, VictimSpec spec, Sight sight) {
        String namespace = spec.placement().namespace();
        this.api = new ApiObjects(clients.calls());
        this.applier = new Applier(clients.calls(), namespace, spec.placement().instance(), spec.runId());
        this.shell = new ExecShell(clients.streams(), namespace);
        this.sight = sight;
        this.pods = "/api/v1/namespaces/" + namespace + "/pods/";
        this.deployment = "/apis/apps/v1/namespaces/" + namespace + "/deployments/" + spec.placement().name(
                VictimManifests.COMPONENT);
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    private String oldest() throws IOException {
        List<String> running = sight.board().running();
        if (running.isEmpty()) {
            throw new IOException("no pod of the service runs: it cannot be disrupted now");
        }
        return running.getFirst();
    }

    @Override
    public Disruption delete() throws IOException {
        String name = oldest();
        V1Pod pod = sight.board().pod(name);
        if (pod == null) {
            throw new IOException("pod " + name + " is gone already");
        }
        PodDeletion deletion = new PodDeletion(sight.board(), name, sight.board().names());
        // Before it is sent: the end may be concluded before this thread goes on.
        sight.disrupted().deletes(name);
        try {
            api.delete(pods + name, PodFacts.uid(pod), 0);
        } catch (ApiException e) {
            if (e.getCode() != 0) {
                sight.disrupted().deletesNot(name);
            }
            throw ServerAnswer.refused("pod " + name + " could not be deleted", e);
        }
        return log.add(deletion);
    }

    @Override
    public Disruption kill() throws IOException {
        return log.add(Kill.of(PodProcess.find(shell, sight, oldest())));
    }

    @Override
    public Disruption freeze() throws IOException {
        return log.add(Freeze.of(PodProcess.find(shell, sight, oldest())));
    }

    @Override
    public Disruption throttle(double cpus) throws IOException {
        // Not kept in the log: the Deployment that carries the limit ends with the target.
        return DeploymentThrottle.of(api, deployment, shell, sight.board(), cpus);
    }

    @Override
    public Disruption apply(String manifest) throws IOException {
        return log.add(applier.apply(manifest));
    }

    /** Undoes what was done. */
    @Override
    public void close() {
        log.close();
    }
}
