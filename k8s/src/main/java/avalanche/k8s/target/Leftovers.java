package avalanche.k8s.target;

import avalanche.k8s.connection.Clients;
import avalanche.k8s.manifest.Labels;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.BatchV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of earlier runs that are still in a cluster. */
public final class Leftovers {
    /**
     * One of them.
     *
     * @param kind such as {@code Namespace}
     * @param namespace where it is; of a namespace, its own name
     * @param name its name
     * @param runId the run that it was made for
     * @param createdAt when it was made
     */
    public record Leftover(String kind, String namespace, String name, String runId, Instant createdAt) {}

    private final CoreV1Api core;
    private final AppsV1Api apps;
    private final BatchV1Api batch;
    private final Removal removal;

    public Leftovers(Clients clients) {
        this.core = new CoreV1Api(clients.calls());
        this.apps = new AppsV1Api(clients.calls());
        this.batch = new BatchV1Api(clients.calls());
        this.removal = new Removal(clients);
    }

    /** The namespaces that a label selector selects. */
    public List<Leftover> namespaces(String selector) throws ApiException {
        List<Leftover> found = new ArrayList<>();
        core.listNamespace().labelSelector(selector).execute().getItems().forEach(of -> add("Namespace", of
                .getMetadata(), found));
        return sorted(found);
    }

    /** The objects of a namespace that a label selector selects. */
    public List<Leftover> objects(String namespace, String selector) throws ApiException {
        List<Leftover> found = new ArrayList<>();
        apps.listNamespacedDeployment(namespace).labelSelector(selector).execute().getItems().forEach(of -> add(
                "Deployment", of.getMetadata(), found));
        batch.listNamespacedJob(namespace).labelSelector(selector).execute().getItems().forEach(of -> add("Job", of
                .getMetadata(), found));
        core.listNamespacedService(namespace).labelSelector(selector).execute().getItems().forEach(of -> add("Service",
                of.getMetadata(), found));
        core.listNamespacedConfigMap(namespace).labelSelector(selector).execute().getItems().forEach(of -> add(
                "ConfigMap", of.getMetadata(), found));
        return sorted(found);
    }

    private static void add(String kind, @Nullable V1ObjectMeta of, List<Leftover> found) {
        Map<String, String> labels = of == null ? null : of.getLabels();
        if (of == null || labels == null || !Labels.AVALANCHE.equals(labels.get(Labels.MANAGED_BY))) {
            return;
        }
        String name = String.valueOf(of.getName());
        Map<String, String> notes = of.getAnnotations();
        String label = labels.getOrDefault(Labels.RUN, "");
        OffsetDateTime created = of.getCreationTimestamp();
        found.add(new Leftover(kind, of.getNamespace() == null ? name : of.getNamespace(), name, notes == null
                ? label
                : notes.getOrDefault(Labels.RUN, label), created == null ? Instant.EPOCH : created.toInstant()));
    }

    private static List<Leftover> sorted(List<Leftover> found) {
        return found.stream().sorted(Comparator.comparing(Leftover::createdAt).thenComparing(Leftover::namespace)
                .thenComparing(Leftover::kind).thenComparing(Leftover::name)).toList();
    }

    /** Removes one and waits until it, and its pods, are gone. */
    public void remove(Leftover leftover, Duration atMost) throws IOException, InterruptedException {
        if (leftover.kind().equals("Namespace")) {
            removal.namespace(leftover.name(), atMost);
            return;
        }
        removal.objects(leftover.namespace(), List.of(object(leftover)), Labels.RUN + "=" + Labels.run(leftover.runId())
                + "," + Labels.INSTANCE + "=" + instance(leftover), atMost);
    }

    /** In a shared namespace, an object's name is its instance's and, after the last number, its own. */
    private static String instance(Leftover leftover) {
        return leftover.name().replaceFirst("-(victim|plugins|injector-plan|injector-\\d+)$", "");
    }

    private static KubernetesObject object(Leftover leftover) {
        V1ObjectMeta metadata = new V1ObjectMeta().name(leftover.name());
        return switch (leftover.kind()) {
            case "Deployment" -> new V1Deployment().kind(leftover.kind()).metadata(metadata);
            case "Job" -> new V1Job().kind(leftover.kind()).metadata(metadata);
            case "Service" -> new V1Service().kind(leftover.kind()).metadata(metadata);
            case "ConfigMap" -> new V1ConfigMap().kind(leftover.kind()).metadata(metadata);
            case "Namespace" -> new V1Namespace().kind(leftover.kind()).metadata(metadata);
            default -> throw new IllegalArgumentException("kind is " + leftover.kind()
                    + "; allowed: Namespace, Deployment, Job, Service, ConfigMap");
        };
    }
}
