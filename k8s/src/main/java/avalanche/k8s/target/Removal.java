package avalanche.k8s.target;

import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Labels;
import avalanche.k8s.manifest.VictimManifests;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.BatchV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Deletes objects and waits, by a deadline, until they are gone. */
public final class Removal {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    /** The longest grace of our pods, and as much again. */
    private static final Duration PODS_WITHIN = Duration.ofSeconds(2L * VictimManifests.GRACE_SECONDS);
    private static final String BACKGROUND = "Background";

    /** Something that is asked of the server. */
    private interface Request {
        void send() throws ApiException;
    }

    /** Whether something is gone. */
    private interface Question {
        boolean isGone() throws ApiException;
    }

    private final CoreV1Api core;
    private final AppsV1Api apps;
    private final BatchV1Api batch;

    public Removal(Clients clients) {
        this.core = new CoreV1Api(clients.calls());
        this.apps = new AppsV1Api(clients.calls());
        this.batch = new BatchV1Api(clients.calls());
    }

    /**
     * Deletes a namespace with all that is in it.
     *
     * @throws IOException if it is not gone in time; the message names what to do
     */
    public void namespace(String name, Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        String what = "namespace " + name;
        delete(what, () -> {
            V1ObjectMeta metadata = core.readNamespace(name).execute().getMetadata();
            Map<String, String> labels = metadata == null ? null : metadata.getLabels();
            if (labels == null || !Labels.AVALANCHE.equals(labels.get(Labels.MANAGED_BY)) || !labels.containsKey(
                    Labels.RUN)) {
                throw new ApiException(what + " carries no run's labels: it is not deleted");
            }
            send(core.deleteNamespace(name).buildCall(null));
        }, deadline);
        Question question = () -> {
            core.readNamespace(name).execute();
            return false;
        };
        if (!isGone(question, System.nanoTime() + PODS_WITHIN.toNanos())) {
            force(name);
            await(what, question, deadline);
        }
    }

    /** A pod that is still there though its grace is over may be one that never began, which a kubelet is slow to let go. */
    private void force(String namespace) {
        try {
            send(core.deleteCollectionNamespacedPod(namespace).gracePeriodSeconds(0).buildCall(null));
        } catch (ApiException e) {
            System.getLogger(Removal.class.getName()).log(System.Logger.Level.DEBUG, ServerAnswer.words(e));
        }
    }

    /** A refusal, as opposed to a server that could not be asked. */
    private static boolean isFinal(ApiException e) {
        return e.getCode() == 0 ? e.getCause() == null : e.getCode() < 500;
    }

    private static boolean isGone(Question question, long deadline) throws InterruptedException {
        while (System.nanoTime() <= deadline) {
            try {
                if (question.isGone()) {
                    return true;
                }
            } catch (ApiException e) {
                if (e.getCode() == ServerAnswer.NOT_FOUND) {
                    return true;
                }
            }
            Thread.sleep(LOOK_EVERY);
        }
        return false;
    }

    /**
     * Deletes objects of a namespace, in the order given.
     *
     * @param selector of the pods that go with them
     * @throws IOException if they are not gone in time
     */
    void objects(String namespace, List<KubernetesObject> objects, String selector, Duration atMost) throws IOException,
            InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (KubernetesObject object : objects) {
            delete(words(object), () -> delete(namespace, object), deadline);
        }
        await("the pods " + selector + " of " + namespace, () -> core.listNamespacedPod(namespace).labelSelector(
                selector)
                .execute().getItems().isEmpty(), deadline);
    }

    private void delete(String namespace, KubernetesObject object) throws ApiException {
        V1ObjectMeta metadata = object.getMetadata();
        String name = String.valueOf(metadata.getName());
        send(switch (object) {
            case V1ConfigMap _ -> core.deleteNamespacedConfigMap(name, namespace).buildCall(null);
            case V1Service _ -> core.deleteNamespacedService(name, namespace).buildCall(null);
            case V1Deployment _ -> apps.deleteNamespacedDeployment(name, namespace).propagationPolicy(BACKGROUND)
                    .buildCall(null);
            case V1Job _ -> batch.deleteNamespacedJob(name, namespace).propagationPolicy(BACKGROUND).buildCall(null);
            default -> throw new IllegalArgumentException("objects of " + object.getClass() + " are not deleted here");
        });
    }

    /** Sends a deletion and does not read what it answers: servers before v1.23 answer with another kind of object. */
    private static void send(Call call) throws ApiException {
        try (Response response = call.execute(); ResponseBody body = response.body()) {
            if (!response.isSuccessful()) {
                throw new ApiException(response.code(), response.message(), null, body.string());
            }
        } catch (IOException e) {
            throw new ApiException(e);
        }
    }

    /** Kind and name. */
    static String words(KubernetesObject object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    /** Asks again while the server cannot be asked: it may be on its way back. */
    private static void delete(String what, Request request, long deadline) throws IOException, InterruptedException {
        while (true) {
            try {
                request.send();
                return;
            } catch (ApiException e) {
                if (e.getCode() == ServerAnswer.NOT_FOUND || e.getCode() == ServerAnswer.CONFLICT) {
                    return;
                }
                if (isFinal(e) || System.nanoTime() > deadline) {
                    throw ServerAnswer.refused(what + " could not be deleted", e);
                }
                Thread.sleep(TRY_AGAIN);
            }
        }
    }

    private static void await(String what, Question question, long deadline) throws IOException, InterruptedException {
        if (!isGone(question, deadline)) {
            throw new IOException(what + " was deleted, but is not known to be gone; look again with the sweep");
        }
    }
}
