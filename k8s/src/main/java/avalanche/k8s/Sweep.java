package avalanche.k8s;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds and removes what a harness that was killed left in a cluster: objects that carry both the label
 * {@code app.kubernetes.io/managed-by=avalanche} and a run's id. Never touches anything else.
 */
public final class Sweep implements AutoCloseable {
    private static final Duration GONE_WITHIN = Duration.ofMinutes(2);

    private final Clients clients;
    private final Leftovers leftovers;
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
        this.namespace = configuration.namespace();
    }

    /**
     * What is left, the oldest first: whole namespaces; where the configuration names one, the objects in it instead.
     *
     * @throws IOException if the cluster does not tell
     */
    public List<Leftover> find() throws IOException {
        try {
            String selector = Labels.OURS + "," + Labels.RUN;
            return namespace == null ? leftovers.namespaces(selector) : leftovers.objects(namespace, selector);
        } catch (ApiException e) {
            throw ServerAnswer.refused("what was left behind could not be listed", e);
        }
    }

    /**
     * Removes one of them and waits until it is gone.
     *
     * @throws IOException if it is not gone within 2 minutes
     */
    public void remove(Leftover leftover) throws IOException, InterruptedException {
        leftovers.remove(leftover, GONE_WITHIN);
    }

    @Override
    public void close() {
        clients.close();
    }
}
