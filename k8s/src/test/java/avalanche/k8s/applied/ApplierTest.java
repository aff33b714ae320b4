package avalanche.k8s.applied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.k8s.manifest.Labels;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ApplierTest {
    private static final String MAPS = "/api/v1/namespaces/ns/configmaps";
    private static final String ROLES = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    private static final String TWO = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: one}
            data: {since: 2026-01-01, where: "${avalanche.namespace}"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: two
              labels: {mine: "yes"}
            """;
    private static final String ROLE = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: everybody-reads}
            rules: []
            """;

    private FakeApiServer server;

    @BeforeEach
    void start() throws IOException {
        server = FakeApiServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Applier applier() {
        return new Applier(server.client(), "ns", "avalanche-run-1", "Run 1");
    }

    @Test
    void createsAllInTheRunsNamespaceWithItsLabelsAndDeletesThemInReverse() throws IOException {
        AppliedManifest applied = applier().apply(TWO);
        assertThat(applied.landed()).isTrue();
        assertThat(applied.observed()).isEqualTo("ConfigMap one was read back with the run's label; ConfigMap two was"
                + " read back with the run's label");
        JsonObject one = server.kept(MAPS + "/one");
        assertThat(ApiObjects.metadata(one, "namespace")).isEqualTo("ns");
        assertThat(ApiObjects.metadata(one, "labels", Labels.MANAGED_BY)).isEqualTo("avalanche");
        assertThat(ApiObjects.metadata(one, "labels", Labels.RUN)).isEqualTo("Run-1");
        assertThat(ApiObjects.metadata(one, "annotations", Labels.RUN)).isEqualTo("Run 1");
        assertThat(one.getAsJsonObject("data").toString()).isEqualTo(
                "{\"since\":\"2026-01-01\",\"where\":\"ns\"}");
        assertThat(ApiObjects.metadata(server.kept(MAPS + "/two"), "labels", "mine")).isEqualTo("yes");
        applied.undo();
        applied.undo();
        assertThat(server.paths()).isEmpty();
        assertThat(server.calls()).containsExactly("create " + MAPS + "/one", "create " + MAPS + "/two", "delete "
                + MAPS + "/two", "delete " + MAPS + "/one");
        assertThat(applied.observed()).endsWith("; deleted again");
    }

    @Test
    void whatIsThereIsLeftAloneAndWhatWasCreatedIsTakenBack() {
        server.put(MAPS + "/two", "{\"data\": {\"of\": \"somebody else\"}}");
        assertThatThrownBy(() -> applier().apply(TWO)).isInstanceOf(IOException.class).hasMessageContaining(
                "ConfigMap two could not be created: there is one of this name, which is left alone");
        assertThat(server.paths()).containsExactly(MAPS + "/two");
        assertThat(server.kept(MAPS + "/two").toString()).contains("somebody else");
    }

    @Test
    void anotherOfTheSameNameIsNotDeleted() throws IOException {
        AppliedManifest applied = applier().apply(TWO);
        server.put(MAPS + "/two", "{\"data\": {\"of\": \"somebody else\"}}");
        applied.observe();
        assertThat(applied.observed()).contains("ConfigMap two is another one now");
        applied.undo();
        assertThat(server.paths()).containsExactly(MAPS + "/two");
    }

    @Test
    void objectsOfTheClusterAreCreatedWhereTheAccountMay() throws Exception {
        AppliedManifest applied = applier().apply(ROLE);
        assertThat(ApiObjects.metadata(server.kept(ROLES + "/everybody-reads"), "namespace")).isEmpty();
        assertThat(new AppliedLeftovers(server.client()).find(null)).hasSize(1).first().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("ClusterRole");
            assertThat(found.runId()).isEqualTo("Run 1");
            assertThat(found.namespace()).isEmpty();
        });
        applied.undo();
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void aMissingRightIsNamed() {
        server.forbid(ROLES);
        assertThatThrownBy(() -> applier().apply(TWO + "---\n" + ROLE)).isInstanceOf(IOException.class)
                .hasMessageContaining("grant create, get and delete of clusterroles.rbac.authorization.k8s.io in a"
                        + " ClusterRole");
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void anInstanceMayFollowItsDefinitionInOneManifest() throws IOException {
        AppliedManifest applied = applier().apply("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: networkchaos.chaos-mesh.org}
                ---
                apiVersion: chaos-mesh.org/v1alpha1
                kind: NetworkChaos
                metadata: {name: slow-network}
                spec:
                  action: delay
                  mode: all
                  selector: {labelSelectors: {app.kubernetes.io/instance: "${avalanche.instance}"}}
                  delay: {latency: 100ms}
                """);
        String path = "/apis/chaos-mesh.org/v1alpha1/namespaces/ns/networkchaos/slow-network";
        JsonObject chaos = server.kept(path);
        assertThat(chaos.toString()).contains("\"app.kubernetes.io/instance\":\"avalanche-run-1\"");
        chaos.add("status", JsonParser.parseString(
                "{\"conditions\":[{\"type\":\"AllInjected\",\"status\":\"True\"}]}"));
        applied.observe();
        assertThat(applied.observed()).endsWith(
                "NetworkChaos slow-network was read back with the run's label (AllInjected=True)");
        applied.undo();
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void anUnknownKindIsSaidAtOnce() {
        assertThatThrownBy(() -> applier().apply("""
                apiVersion: chaos-mesh.org/v1alpha1
                kind: NetworkChaos
                metadata: {name: slow-network}
                """)).isInstanceOf(IOException.class).hasMessageContaining(
                "the cluster does not know NetworkChaos of chaos-mesh.org/v1alpha1");
    }

    @Test
    void anotherNamespaceIsRefused() {
        assertThatThrownBy(() -> applier().apply(TWO + "---\n" + TWO.replace("name: one", "name: x, namespace: other")))
                .isInstanceOf(IOException.class).hasMessageContaining("ConfigMap x names the namespace other");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aServerThatIsGoneIsSaid() {
        server.close();
        assertThatThrownBy(() -> applier().apply(TWO)).isInstanceOf(IOException.class).hasMessageContaining(
                "could not be asked");
    }
}
