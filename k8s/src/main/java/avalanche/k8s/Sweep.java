package avalanche.k8s;

import avalanche.k8s.applied.AppliedLeftovers;
import avalanche.k8s.applied.AppliedLeftovers.Found;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ClusterAccess;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Labels;
import avalanche.k8s.target.Leftovers;
import avalanche.k8s.target.Leftovers.Leftover;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds and removes what a harness that was killed left in a cluster: objects that carry both the label
 * {@code app.kubernetes.io/managed-by=avalanche} and a run's id. Never touches anything else.
 */
public final class Sweep implements AutoCloseable {
    private static final String CLUSTER = "(cluster)";
    private static final Duration GONE_WITHIN = Duration.ofMinutes(2);

    private final Clients clients;
    private final Leftovers leftovers;
    private final AppliedLeftovers applied;
    private final Map<Leftover, Found> known = new HashMap<>();
    private final @Nullable String namespace;

    /**
     * Connects to the cluster that the platform would use.
     *
     * @throws IOException if it may not be used; the message carries the remedy
     */
    public Sweep(KubernetesConfiguration configuration) throws IOException {
        this.clients = Clients.open(ClusterAccess.choose(configuration.kubeconfig(), configuration.context(), System
                .getenv(), Path.of(System.getProperty("user.home"))));
        this.leftovers = new Leftovers(clients);
        this.applied = new AppliedLeftovers(clients.calls());
        this.namespace = configuration.namespace();
    }

    /**
     * What is left: whole namespaces; where the configuration names one, the objects in it instead; then what was applied
     * from users' manifests to the whole cluster, or to that namespace.
     *
     * @throws IOException if the cluster does not tell
     */
    public List<Leftover> find() throws IOException {
        try {
            String selector = Labels.OURS + "," + Labels.RUN;
            List<Leftover> all = new ArrayList<>(namespace == null
                    ? leftovers.namespaces(selector)
                    : leftovers.objects(namespace, selector + ",!" + Labels.APPLIED));
            for (Found found : applied.find(namespace)) {
                Leftover leftover = new Leftover(found.kind(), found.namespace().isEmpty() ? CLUSTER : found
                        .namespace(), found.name(), found.runId(), instant(found.createdAt()));
                if (all.stream().noneMatch(of -> of.kind().equals(leftover.kind()) && of.name().equals(leftover
                        .name()))) {
                    all.add(leftover);
                    known.put(leftover, found);
                }
            }
            return List.copyOf(all);
        } catch (ApiException e) {
            throw ServerAnswer.refused("what was left behind could not be listed", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }

    /**
     * Removes one of them and waits until it is gone.
     *
     * @throws IOException if it is not gone within 2 minutes
     */
    public void remove(Leftover leftover) throws IOException, InterruptedException {
        Found found = known.get(leftover);
        if (found != null) {
            applied.remove(found);
        } else {
            leftovers.remove(leftover, GONE_WITHIN);
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
