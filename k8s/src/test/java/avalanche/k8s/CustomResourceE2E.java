package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.image.ImageNames;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.target.Leftovers.Leftover;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.ApiextensionsV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.NetworkingV1Api;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Manifests of a user's own on a real server: what a namespace has, and what the whole cluster has. */
@Timeout(300)
final class CustomResourceE2E {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final String SUFFIX = Long.toHexString(System.nanoTime());
    private static final String RUN = "custom-" + SUFFIX;
    private static final String ISOLATION = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: nobody-in
            spec:
              podSelector:
                matchLabels: {app.kubernetes.io/instance: "${avalanche.instance}"}
              policyTypes: [Ingress]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: words
              namespace: ${avalanche.namespace}
            data: {run: "${avalanche.run}"}
            """;
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: storms%s.avalanche.example
            spec:
              group: avalanche.example
              scope: Namespaced
              names: {plural: storms%s, singular: storm%s, kind: Storm%s}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """.formatted(SUFFIX, SUFFIX, SUFFIX, SUFFIX);

    @TempDir
    Path directory;

    private KubernetesConfiguration configuration = new KubernetesConfiguration(null, null,
            new ImageNames("", ""));

    @BeforeEach
    void connect() {
        configuration = TestCluster.require();
    }

    private Target start() throws Exception {
        Target target = new KubernetesPlatform(configuration).start(new TargetSpec(RUN, 128L << 20, List.of(), Map.of(
                "victim.map.strategy", "concurrent"), directory, new Container(384L << 20, 1, 128L << 20, null)));
        target.awaitReady(READY);
        return target;
    }

    private List<Leftover> left() throws IOException {
        try (Sweep sweep = new Sweep(configuration)) {
            return sweep.find().stream().filter(leftover -> leftover.runId().equals(RUN)).toList();
        }
    }

    private String namespace() throws IOException {
        return left().stream().filter(leftover -> leftover.kind().equals("Namespace")).findFirst().orElseThrow().name();
    }

    @Test
    void objectsAreCreatedProvenAndDeletedAgain_thoseOfTheClusterWithTheTarget() throws Exception {
        try (Clients admin = Clients.open(TestCluster.access())) {
            ApiextensionsV1Api definitions = new ApiextensionsV1Api(admin.calls());
            String name = "storms" + SUFFIX + ".avalanche.example";
            try (Target target = start()) {
                String namespace = namespace();
                Disruptions disruptions = Objects.requireNonNull(target.disruptions());
                theNamespacesObjectsComeAndGo(disruptions, admin, namespace);
                whatIsRefusedTakesTheOthersWithIt(disruptions, new NetworkingV1Api(admin.calls()), namespace);
                Disruption applied = disruptions.apply(DEFINITION);
                assertThat(applied.landed()).as(applied.observed()).isTrue();
                System.out.println(applied.observed());
                assertThat(definitions.readCustomResourceDefinition(name).execute().getKind()).isEqualTo(
                        "CustomResourceDefinition");
            }
            assertThatThrownBy(() -> definitions.readCustomResourceDefinition(name).execute()).isInstanceOfSatisfying(
                    ApiException.class, CustomResourceE2E::isNotFound);
            assertThat(left()).isEmpty();
        }
    }

    private static void isNotFound(ApiException e) {
        assertThat(e.getCode()).isEqualTo(ServerAnswer.NOT_FOUND);
    }

    private static void theNamespacesObjectsComeAndGo(Disruptions disruptions, Clients admin, String namespace)
            throws Exception {
        Disruption applied = disruptions.apply(ISOLATION);
        assertThat(applied.landed()).as(applied.observed()).isTrue();
        System.out.println(applied.observed());
        NetworkingV1Api networking = new NetworkingV1Api(admin.calls());
        V1ObjectMeta policy = Objects.requireNonNull(networking.readNamespacedNetworkPolicy("nobody-in", namespace)
                .execute().getMetadata());
        assertThat(policy.getLabels()).containsEntry("app.kubernetes.io/managed-by", "avalanche").containsEntry(
                "avalanche/run-id", RUN);
        assertThat(Objects.requireNonNull(new CoreV1Api(admin.calls()).readNamespacedConfigMap("words", namespace)
                .execute().getData())).containsEntry("run", RUN);
        assertThatThrownBy(() -> disruptions.apply(ISOLATION)).isInstanceOf(IOException.class).hasMessageContaining(
                "there is one of this name, which is left alone");
        applied.undo();
        assertThatThrownBy(() -> networking.readNamespacedNetworkPolicy("nobody-in", namespace).execute())
                .isInstanceOfSatisfying(ApiException.class, CustomResourceE2E::isNotFound);
        assertThat(applied.observed()).endsWith("; deleted again");
    }

    private static void whatIsRefusedTakesTheOthersWithIt(Disruptions disruptions, NetworkingV1Api networking,
            String namespace) throws ApiException {
        assertThatThrownBy(() -> disruptions.apply(ISOLATION.replace("data: {run:", "data: {'not a key':")))
                .isInstanceOf(IOException.class).hasMessageContaining("ConfigMap words could not be created");
        assertThatThrownBy(() -> disruptions.apply(ISOLATION.replace("${avalanche.namespace}", "default")))
                .isInstanceOf(IOException.class).hasMessageContaining("names the namespace default");
        assertThat(networking.listNamespacedNetworkPolicy(namespace).execute().getItems()).isEmpty();
    }

    @Test
    void theSweepRemovesADefinitionThatAKilledHarnessLeft() throws Exception {
        Target abandoned = start();
        try (Sweep sweep = new Sweep(configuration)) {
            Objects.requireNonNull(abandoned.disruptions()).apply(DEFINITION.replace("storms" + SUFFIX, "gales"
                    + SUFFIX)
                    .replace("torm" + SUFFIX, "gale" + SUFFIX));
            List<Leftover> found = sweep.find().stream().filter(leftover -> leftover.runId().equals(RUN)).toList();
            assertThat(found).extracting(Leftover::kind).containsExactly("Namespace", "CustomResourceDefinition");
            for (Leftover leftover : found) {
                sweep.remove(leftover);
            }
            assertThat(left()).isEmpty();
        } finally {
            abandoned.close();
        }
    }
}
