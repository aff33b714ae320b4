package avalanche.scenarios.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.k8s.connection.Clients;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A namespace of a test cluster in which a schedule can be tried, with what such clusters may lack; removed at the end. */
public final class ScheduledCluster implements AutoCloseable {
    private static final Map<String, String> PLURALS = Map.of("ServiceAccount", "serviceaccounts", "Role", "roles",
            "RoleBinding", "rolebindings", "ConfigMap", "configmaps", "PersistentVolumeClaim",
            "persistentvolumeclaims", "CronJob", "cronjobs", "Job", "jobs", "Pod", "pods");
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);
    private static final Duration GONE_WITHIN = Duration.ofMinutes(2);

    /**
     * How a Job's pod ended.
     *
     * @param exitCode the container's
     * @param log all that it wrote
     */
    public record Ended(int exitCode, String log) {}

    private final Clients clients;
    private final ClusterUnderTest cluster;
    private final String namespace = "scheduled-" + Long.toHexString(System.nanoTime());
    private final @Nullable String volume;
    private final @Nullable Passthrough server;
    private @Nullable JsonObject cronJob;
    private int readers;

    private ScheduledCluster(Clients clients, ClusterUnderTest cluster, Path directory) throws IOException,
            ApiException {
        this.clients = clients;
        this.cluster = cluster;
        this.server = reachable();
        send("POST", "/api/v1/namespaces", """
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}""".formatted(namespace));
        this.volume = hasProvisioner() ? null : volume(directory);
    }

    /** Makes the namespace; {@code directory} becomes its volume where the cluster provides none by itself. */
    public static ScheduledCluster prepare(Clients clients, ClusterUnderTest cluster, Path directory)
            throws IOException, ApiException {
        return new ScheduledCluster(clients, cluster, directory);
    }

    /**
     * A server that listens on this machine's loopback address only cannot be reached by pods, which are told another
     * address: where that address is this machine's too, it is made to answer there.
     */
    private @Nullable Passthrough reachable() throws IOException, ApiException {
        JsonObject subset = object("GET", "/api/v1/namespaces/default/endpoints/kubernetes", null).getAsJsonArray(
                "subsets").get(0).getAsJsonObject();
        InetSocketAddress told = new InetSocketAddress(subset.getAsJsonArray("addresses").get(0).getAsJsonObject().get(
                "ip").getAsString(), subset.getAsJsonArray("ports").get(0).getAsJsonObject().get("port").getAsInt());
        if (!cluster.server().getAddress().isLoopbackAddress()) {
            return null;
        }
        try (Socket socket = new Socket()) {
            socket.connect(told, 2_000);
            return null;
        } catch (IOException _) {
            return Passthrough.start(told, cluster.server());
        }
    }

    private boolean hasProvisioner() throws IOException, ApiException {
        for (JsonElement storageClass : object("GET", "/apis/storage.k8s.io/v1/storageclasses", null).getAsJsonArray(
                "items")) {
            if (storageClass.toString().contains("\"storageclass.kubernetes.io/is-default-class\":\"true\"")) {
                return true;
            }
        }
        return false;
    }

    private String volume(Path directory) throws IOException, ApiException {
        Path folder = Files.createDirectories(directory.resolve("volume"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        send("POST", "/api/v1/persistentvolumes", """
                {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "%1$s"}, "spec": {
                 "capacity": {"storage": "1Gi"}, "accessModes": ["ReadWriteOnce"], "storageClassName": "%1$s",
                 "persistentVolumeReclaimPolicy": "Retain", "hostPath": {"path": "%2$s", "type": "Directory"}}}"""
                .formatted(namespace, folder));
        return namespace;
    }

    public String namespace() {
        return namespace;
    }

    /** The storage class of the volume that was made; null where the cluster provides volumes by itself. */
    public @Nullable String storageClass() {
        return volume;
    }

    /** Creates what a rendered text describes. */
    public void apply(String yaml) throws IOException, ApiException {
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
            JsonObject object = new Gson().toJsonTree(document).getAsJsonObject();
            assertThat(object.getAsJsonObject("metadata").get("namespace").getAsString()).isEqualTo(namespace);
            JsonObject created = object("POST", path(object), object);
            if (object.get("kind").getAsString().equals("CronJob")) {
                cronJob = created;
            }
        }
    }

    private String path(JsonObject object) {
        String version = object.get("apiVersion").getAsString();
        return (version.contains("/") ? "/apis/" : "/api/") + version + "/namespaces/" + namespace + "/" + Objects
                .requireNonNull(PLURALS.get(object.get("kind").getAsString()));
    }

    /** Creates a Job from the CronJob's template, as {@code kubectl create job --from} does, and waits for its end. */
    public Ended runNow(String name, int number, Duration atMost) throws IOException, ApiException,
            InterruptedException {
        JsonObject from = Objects.requireNonNull(cronJob);
        assertThat(from.getAsJsonObject("metadata").get("name").getAsString()).isEqualTo(name);
        JsonObject job = JsonParser.parseString("""
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "%s-%d", "annotations":
                 {"cronjob.kubernetes.io/instantiate": "manual"}}}""".formatted(name, number)).getAsJsonObject();
        job.add("spec", from.getAsJsonObject("spec").getAsJsonObject("jobTemplate").getAsJsonObject("spec").deepCopy());
        var _ = object("POST", path(job), job);
        return awaitEnd("job-name=" + name + "-" + number, "harness", atMost);
    }

    /** What a command writes that runs in the service's image with the volume at {@code /records}. */
    public String read(String command) throws IOException, ApiException, InterruptedException {
        readers++;
        String name = "reader-" + readers;
        send("POST", "/api/v1/namespaces/" + namespace + "/pods",
                """
                        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%1$s", "labels": {"reader": "%1$s"}}, "spec": {
                         "restartPolicy": "Never", "automountServiceAccountToken": false,
                         "securityContext": {"runAsUser": 10001, "runAsGroup": 10001},
                         "volumes": [{"name": "records", "persistentVolumeClaim": {"claimName": "avalanche-nightly-records"}}],
                         "containers": [{"name": "reader", "image": "%2$s", "imagePullPolicy": "IfNotPresent",
                          "command": ["/bin/sh", "-c", "%3$s"], "volumeMounts": [{"name": "records", "mountPath": "/records"}]}]}}"""
                        .formatted(name, cluster.images().victim(), command));
        Ended ended = awaitEnd("reader=" + name, "reader", READ_WITHIN);
        assertThat(ended.exitCode()).as(ended.log()).isZero();
        return ended.log();
    }

    private Ended awaitEnd(String selector, String container, Duration atMost) throws IOException, ApiException,
            InterruptedException {
        String pods = "/api/v1/namespaces/" + namespace + "/pods";
        long deadline = System.nanoTime() + atMost.toNanos();
        String last = "no pod was seen";
        while (System.nanoTime() < deadline) {
            for (JsonElement pod : object("GET", pods + "?labelSelector=" + selector, null).getAsJsonArray("items")) {
                JsonObject status = pod.getAsJsonObject().getAsJsonObject("status");
                last = status.toString();
                JsonArray containers = status.getAsJsonArray("containerStatuses");
                JsonObject state = containers == null
                        ? new JsonObject()
                        : containers.get(0).getAsJsonObject().getAsJsonObject("state");
                if (state.has("terminated")) {
                    String name = pod.getAsJsonObject().getAsJsonObject("metadata").get("name").getAsString();
                    return new Ended(state.getAsJsonObject("terminated").get("exitCode").getAsInt(), String.valueOf(
                            ClusterUnderTest.text(clients, "GET", pods + "/" + name + "/log?container=" + container,
                                    null)));
                }
            }
            Thread.sleep(500);
        }
        throw new AssertionError("the pod of " + selector + " did not end within " + atMost.toSeconds() + " s: " + last
                + "\n" + object("GET", "/api/v1/namespaces/" + namespace + "/events", null));
    }

    /** Names of the objects of runs that are still there. */
    public List<String> left() throws IOException, ApiException {
        List<String> left = new ArrayList<>();
        for (String kind : List.of("/apis/apps/v1/%s/deployments", "/apis/batch/v1/%s/jobs", "/api/v1/%s/services",
                "/api/v1/%s/configmaps", "/api/v1/%s/pods")) {
            JsonObject list = object("GET", kind.formatted("namespaces/" + namespace)
                    + "?labelSelector=avalanche/run-id",
                    null);
            list.getAsJsonArray("items").forEach(item -> left.add(item.getAsJsonObject().getAsJsonObject("metadata")
                    .get("name").getAsString()));
        }
        return left;
    }

    private void send(String method, String path, @Nullable String body) throws IOException, ApiException {
        var _ = object(method, path, body == null ? null : JsonParser.parseString(body).getAsJsonObject());
    }

    private JsonObject object(String method, String path, @Nullable JsonObject body) throws IOException, ApiException {
        return Objects.requireNonNull(ClusterUnderTest.call(clients, method, path, body), path);
    }

    @Override
    public void close() throws IOException, ApiException {
        try {
            var _ = ClusterUnderTest.call(clients, "DELETE", "/api/v1/namespaces/" + namespace, null);
            awaitGone();
            if (volume != null) {
                var _ = ClusterUnderTest.call(clients, "DELETE", "/api/v1/persistentvolumes/" + volume, null);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }

    private void awaitGone() throws IOException, ApiException, InterruptedException {
        long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
        while (ClusterUnderTest.call(clients, "GET", "/api/v1/namespaces/" + namespace, null) != null && System
                .nanoTime() < deadline) {
            Thread.sleep(500);
        }
    }
}
