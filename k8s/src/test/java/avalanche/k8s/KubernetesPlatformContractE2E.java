package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.engine.DockerEngine;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.PlatformContract;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.manifest.Labels;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.pods.PodFacts;
import avalanche.k8s.target.Leftovers.Leftover;
import avalanche.results.evidence.Ending;
import com.github.dockerjava.api.DockerClient;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeAll;

/** The contract on the cluster of {@code KUBECONFIG}, whose one node uses this machine's Docker engine. */
final class KubernetesPlatformContractE2E extends PlatformContract {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_ORDERS = 2000;
    private static final byte[] ORDER = "{\"customer\":\"c\",\"items\":1,\"payload\":\"%s\"}".formatted("x".repeat(
            1_000_000)).getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    static void needsACluster() {
        TestCluster.require();
    }

    @Override
    protected Platform platform() {
        return new KubernetesPlatform(TestCluster.require());
    }

    @Override
    protected TargetSpec spec(String runId, Path directory) {
        return new TargetSpec(runId, 192 * MEBIBYTE, List.of(), Map.of("victim.map.strategy", "locked"), directory,
                new Container(368 * MEBIBYTE, 1, 736 * MEBIBYTE, null));
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    protected void exhaustMemory(Target target) throws IOException, ApiException {
        try (Clients clients = Clients.open(TestCluster.access())) {
            V1Pod pod = pods(clients).getFirst();
            String path = "/api/v1/namespaces/" + namespace(pod) + "/pods/" + PodFacts.name(pod) + ":"
                    + VictimManifests.REQUESTS
                    + "/proxy/orders";
            boolean taken = true;
            for (int i = 0; i < MOST_ORDERS && taken; i++) {
                taken = post(clients, path);
            }
        }
    }

    /** Whether the service took an order. */
    private static boolean post(Clients clients, String path) throws ApiException {
        try (Response response = clients.calls().buildCall(null, path, "POST", List.of(), List.of(), ORDER,
                new HashMap<>(Map.of("Content-Type", "application/json")), new HashMap<>(), new HashMap<>(),
                new String[]{"BearerToken"}, null).execute()) {
            return response.isSuccessful();
        } catch (IOException _) {
            // It died, which is what this is for.
            return false;
        }
    }

    @Override
    protected void killFromOutside(String runId) throws Exception {
        DockerClient engine = DockerEngine.connect();
        try (Clients clients = Clients.open(TestCluster.access())) {
            Map<String, String> labels = Map.of("io.kubernetes.pod.namespace", namespace(pods(clients).getFirst()),
                    "io.kubernetes.container.name", VictimManifests.COMPONENT);
            String id = engine.listContainersCmd().withLabelFilter(labels).exec().getFirst().getId();
            engine.killContainerCmd(id).withSignal("SIGKILL").exec();
        }
    }

    private List<V1Pod> pods(Clients clients) throws ApiException {
        return new CoreV1Api(clients.calls()).listPodForAllNamespaces().labelSelector(Labels.OURS + "," + Labels.RUN
                + "=" + runId()).execute().getItems();
    }

    private static String namespace(V1Pod pod) {
        return String.valueOf(Objects.requireNonNull(pod.getMetadata()).getNamespace());
    }

    @Override
    protected Set<Ending> endingsOfExhaustion() {
        return Set.of(Ending.KERNEL_OOM_KILL);
    }

    @Override
    protected List<String> leftovers(String runId) throws IOException {
        try (Sweep sweep = new Sweep(TestCluster.require())) {
            return left(sweep).stream().map(Leftover::toString).toList();
        }
    }

    private List<Leftover> left(Sweep sweep) throws IOException {
        return sweep.find().stream().filter(leftover -> leftover.runId().equals(runId())).toList();
    }

    @Override
    protected boolean sweep(Target abandoned) throws Exception {
        try (Sweep sweep = new Sweep(TestCluster.require())) {
            List<Leftover> left = left(sweep);
            assertThat(left).extracting(Leftover::kind).containsExactly("Namespace");
            sweep.remove(left.getFirst());
        }
        return true;
    }

    /** -1 while pods of two limits are there. */
    @Override
    protected long memoryLimit(String runId) throws Exception {
        try (Clients clients = Clients.open(TestCluster.access())) {
            List<Long> limits = pods(clients).stream().map(KubernetesPlatformContractE2E::limit).distinct().toList();
            return limits.size() == 1 ? limits.getFirst() : -1;
        }
    }

    private static long limit(V1Pod pod) {
        V1Container container = Objects.requireNonNull(pod.getSpec()).getContainers().getFirst();
        Map<String, Quantity> limits = Objects.requireNonNull(Objects.requireNonNull(container.getResources())
                .getLimits());
        return Objects.requireNonNull(limits.get("memory")).getNumber().longValueExact();
    }
}
