package avalanche.k8s.target;

import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Placement;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.BatchV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1LimitRange;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was created in a cluster for one target or injection, and its removal. */
public final class Workspace implements AutoCloseable {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(90);

    private final CoreV1Api core;
    private final AppsV1Api apps;
    private final BatchV1Api batch;
    private final Removal removal;
    private final Placement placement;
    private final String selector;
    private final Deque<KubernetesObject> created = new ArrayDeque<>();
    private boolean closed;

    /** @param selector selects the pods that must be gone before it is closed */
    public Workspace(Clients clients, Placement placement, String selector) {
        this.core = new CoreV1Api(clients.calls());
        this.apps = new AppsV1Api(clients.calls());
        this.batch = new BatchV1Api(clients.calls());
        this.removal = new Removal(clients);
        this.placement = placement;
        this.selector = selector;
    }

    /**
     * Creates objects in their order; where one is refused, removes those that were created.
     *
     * @throws IOException if one is refused; the message names it
     */
    public void create(List<KubernetesObject> objects) throws IOException {
        for (KubernetesObject object : objects) {
            try {
                create(object);
            } catch (ApiException e) {
                forgetIfRefused(e);
                IOException refused = ServerAnswer.refused(Removal.words(object) + " could not be created", e);
                undo(refused);
                throw refused;
            }
        }
    }

    /** What the server refused was not created: an object of the same name that is there belongs to somebody else. */
    private synchronized void forgetIfRefused(ApiException e) {
        if (e.getCode() >= 400 && e.getCode() < 500) {
            created.pop();
        }
    }

    private void undo(IOException cause) {
        try {
            remove();
        } catch (IOException | InterruptedException e) {
            cause.addSuppressed(e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void create(KubernetesObject object) throws ApiException {
        String namespace = placement.namespace();
        // Remembered first: a call whose answer was lost may have created it all the same.
        created.push(object);
        switch (object) {
            case V1Namespace of -> core.createNamespace(of).execute();
            case V1ResourceQuota of -> core.createNamespacedResourceQuota(namespace, of).execute();
            case V1LimitRange of -> core.createNamespacedLimitRange(namespace, of).execute();
            case V1ServiceAccount of -> core.createNamespacedServiceAccount(namespace, of).execute();
            case V1ConfigMap of -> core.createNamespacedConfigMap(namespace, of).execute();
            case V1Service of -> core.createNamespacedService(namespace, of).execute();
            case V1Deployment of -> apps.createNamespacedDeployment(namespace, of).execute();
            case V1Job of -> batch.createNamespacedJob(namespace, of).execute();
            default -> throw new IllegalArgumentException("objects of " + object.getClass() + " are not created here");
        }
    }

    /** Removes everything and waits until it is gone; may be called twice. */
    public void remove() throws IOException, InterruptedException {
        List<KubernetesObject> objects;
        synchronized (this) {
            objects = closed ? List.of() : List.copyOf(created);
            closed = true;
        }
        if (objects.isEmpty()) {
            return;
        }
        switch (placement) {
            case Placement.Own own -> removal.namespace(own.namespace(), GONE_WITHIN);
            case Placement.Shared shared -> removal.objects(shared.namespace(), objects, selector, GONE_WITHIN);
        }
    }

    /** Removes everything; what could not be removed stays for the sweep, which finds it by its labels. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            remove();
        } catch (InterruptedException _) {
            interrupted = true;
        } catch (IOException e) {
            System.getLogger(Workspace.class.getName()).log(System.Logger.Level.WARNING, "{0} was not removed: {1}",
                    placement.instance(), e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
