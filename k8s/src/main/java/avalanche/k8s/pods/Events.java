package avalanche.k8s.pods;

import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import java.io.IOException;
import java.util.List;

/** The events of one namespace. A server keeps them for an hour, as a rule. */
public final class Events {
    private final CoreV1Api api;
    private final String namespace;

    public Events(Clients clients, String namespace) {
        this.api = new CoreV1Api(clients.calls());
        this.namespace = namespace;
    }

    /**
     * All events, the latest last.
     *
     * @throws IOException if the server does not tell
     */
    public List<ClusterEvent> list() throws IOException {
        try {
            return ClusterEvent.of(api.listNamespacedEvent(namespace).execute().getItems());
        } catch (ApiException e) {
            throw ServerAnswer.refused("the events of " + namespace + " could not be read", e);
        }
    }
}
