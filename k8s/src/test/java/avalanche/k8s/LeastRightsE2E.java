package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ClusterAccess;
import avalanche.k8s.manifest.HarnessRole;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.RbacAuthorizationV1Api;
import io.kubernetes.client.openapi.models.AuthenticationV1TokenRequest;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1TokenRequestSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything works with the rights of the rendered Role, and with no others. */
@Timeout(300)
final class LeastRightsE2E {
    private static final Duration READY = Duration.ofSeconds(90);
    private final String namespace = "least-rights-" + Long.toHexString(System.nanoTime());

    private boolean granted;

    @TempDir
    Path directory;

    @BeforeEach
    void grant() throws Exception {
        TestCluster.require();
        granted = true;
        try (Clients admin = Clients.open(TestCluster.access())) {
            new CoreV1Api(admin.calls()).createNamespace(new V1Namespace().metadata(new V1ObjectMeta().name(namespace)))
                    .execute();
            for (KubernetesObject object : HarnessRole.of(namespace)) {
                create(admin, object);
            }
        }
    }

    private void create(Clients admin, KubernetesObject object) throws ApiException {
        RbacAuthorizationV1Api rbac = new RbacAuthorizationV1Api(admin.calls());
        switch (object) {
            case V1ServiceAccount of -> new CoreV1Api(admin.calls()).createNamespacedServiceAccount(namespace, of)
                    .execute();
            case V1Role of -> rbac.createNamespacedRole(namespace, of).execute();
            case V1RoleBinding of -> rbac.createNamespacedRoleBinding(namespace, of).execute();
            default -> throw new IllegalStateException("unexpected " + object);
        }
    }

    @AfterEach
    void revoke() throws Exception {
        if (!granted) {
            return;
        }
        try (Clients admin = Clients.open(TestCluster.access())) {
            new CoreV1Api(admin.calls()).deleteNamespace(namespace).execute();
        }
    }

    private KubernetesConfiguration restricted() throws IOException, ApiException {
        ClusterAccess.Context context = (ClusterAccess.Context) TestCluster.access();
        String token;
        try (Clients admin = Clients.open(context)) {
            token = Objects.requireNonNull(new CoreV1Api(admin.calls()).createNamespacedServiceAccountToken(
                    HarnessRole.NAME,
                    namespace, new AuthenticationV1TokenRequest().spec(new V1TokenRequestSpec().audiences(List.of())
                            .expirationSeconds(3600L))).execute().getStatus()).getToken();
        }
        Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: restricted
                contexts: [{name: restricted, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: '%s', insecure-skip-tls-verify: true}}]
                users: [{name: u, user: {token: '%s'}}]
                """.formatted(context.server(), token));
        return new KubernetesConfiguration(kubeconfig, "restricted", TestCluster.require().images()).in(namespace);
    }

    private static boolean within(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        return condition.getAsBoolean();
    }

    @Test
    void aServiceAndItsInjectorsRunWithTheRenderedRole() throws Exception {
        KubernetesConfiguration configuration = restricted();
        KubernetesPlatform platform = new KubernetesPlatform(configuration);
        assertThat(platform.probe()).isInstanceOf(Availability.Available.class);
        try (Target target = platform.start(new TargetSpec("least", 128L << 20, List.of(), Map.of("victim.map.strategy",
                "concurrent"), directory, new Container(384L << 20, 1, 128L << 20, null)))) {
            target.awaitReady(READY);
            assertThat(target.management().get("/vitals")).contains("concurrent");
            assertThat(target.management().put("/traversal", "{\"mode\": \"natural\"}")).contains("natural");
            Operations operations = Objects.requireNonNull(target.operations());
            operations.scale(2);
            operations.roll(new Revision(null, Map.of("victim.map.strategy", "locked")));
            operations.limit(448L << 20, 0.75);
            operations.restart();
            operations.scale(1);
            assertThat(within(READY, () -> operations.instances().stream().anyMatch(instance -> instance
                    .readyAt() != null
                    && instance.revision() > 1))).as(target.diagnostics()).isTrue();
            assertThat(target.diagnostics()).contains("events, the last").doesNotContain("403");
            try (Injection injection = platform.inject(new InjectionPlan("least", "{}", directory), 1)) {
                long deadline = System.nanoTime() + READY.toNanos();
                while (!injection.isDone() && System.nanoTime() < deadline) {
                    var _ = injection.next(Duration.ofMillis(200));
                }
                assertThat(injection.shards().getFirst().exitCode()).isEqualTo(2);
            }
            try (Sweep sweep = new Sweep(configuration)) {
                assertThat(sweep.find()).isNotEmpty();
            }
        }
        try (Sweep sweep = new Sweep(configuration)) {
            assertThat(sweep.find()).isEmpty();
        }
    }

    @Test
    void disruptionsWorkWithTheRenderedRole() throws Exception {
        KubernetesPlatform platform = new KubernetesPlatform(restricted());
        try (Target target = platform.start(new TargetSpec("least", 128L << 20, List.of(), Map.of("victim.map.strategy",
                "concurrent"), directory, new Container(384L << 20, 1, 128L << 20, null)))) {
            target.awaitReady(READY);
            Disruptions disruptions = Objects.requireNonNull(target.disruptions());
            Disruption applied = disruptions.apply("""
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: mine}
                    """);
            assertThat(applied.landed()).as(applied.observed()).isTrue();
            applied.undo();
            assertThatThrownBy(() -> disruptions.apply("""
                    apiVersion: networking.k8s.io/v1
                    kind: NetworkPolicy
                    metadata: {name: mine}
                    """)).isInstanceOf(IOException.class).hasMessageContaining(
                    "grant create, get and delete of networkpolicies.networking.k8s.io in a Role");
            Disruption freeze = disruptions.freeze();
            assertThat(freeze.landed()).as(freeze.observed()).isTrue();
            freeze.undo();
            Disruption throttle = disruptions.throttle(0.75);
            throttle.undo();
            Disruption delete = disruptions.delete();
            long deadline = System.nanoTime() + READY.toNanos();
            while (!delete.landed() && System.nanoTime() < deadline) {
                Thread.sleep(200);
                delete.observe();
            }
            assertThat(delete.landed()).as(delete.observed()).isTrue();
        }
    }

    @Test
    void pressureOfTheNodeThatMayNotBeReadIsSaid() throws Exception {
        KubernetesPlatform platform = new KubernetesPlatform(restricted());
        try (Target target = platform.start(new TargetSpec("least", 16L << 20, List.of("-Xmx10m"), Map.of(
                "victim.map.strategy", "concurrent"), directory, new Container(384L << 20, 1, 16L << 20, null)))) {
            assertThatThrownBy(() -> target.awaitReady(READY)).hasMessageContaining("OutOfMemoryError");
            assertThat(target.lives().getFirst().evidence()).as(target.diagnostics()).anyMatch(words -> words.contains(
                    "was under pressure was not seen: reading nodes is a right of the whole cluster"));
        }
    }

    @Test
    void withoutANamespaceTheMissingRightIsNamed() throws Exception {
        KubernetesConfiguration configuration = restricted();
        KubernetesConfiguration own = new KubernetesConfiguration(configuration.kubeconfig(), "restricted",
                configuration
                        .images());
        assertThat(new KubernetesPlatform(own).probe()).isInstanceOfSatisfying(Availability.Unavailable.class,
                unavailable -> assertThat(unavailable.reason()).contains(
                        "does not allow this user to create namespaces"));
        try (Sweep sweep = new Sweep(own)) {
            assertThatThrownBy(sweep::find).isInstanceOf(IOException.class).hasMessageContaining("403");
        }
    }
}
