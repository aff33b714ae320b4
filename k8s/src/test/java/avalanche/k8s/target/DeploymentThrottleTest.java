package avalanche.k8s.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.k8s.applied.ApiObjects;
import avalanche.k8s.applied.FakeApiServer;
import avalanche.k8s.life.LifeLedger;
import io.kubernetes.client.openapi.models.V1ContainerState;
import io.kubernetes.client.openapi.models.V1ContainerStateRunning;
import io.kubernetes.client.openapi.models.V1ContainerStatus;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeploymentThrottleTest {
    private static final String PATH = "/apis/apps/v1/namespaces/ns/deployments/victim";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final PodBoard board = new PodBoard(new LifeLedger(), _ -> {}, 1);
    private FakeApiServer server;

    @BeforeEach
    void start() throws IOException {
        server = FakeApiServer.start();
        server.put(PATH, """
                {"spec": {"template": {"spec": {"containers": [{"name": "other"}, {"name": "victim", "resources":
                 {"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"cpu": "250m", "memory": "1Gi"}}}]}}}}
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DeploymentThrottle throttle(double cpus, PodShell shell) throws IOException {
        return DeploymentThrottle.of(new ApiObjects(server.client()), PATH, shell, board, cpus);
    }

    private void ready(String name) {
        board.seen(new V1Pod().metadata(new V1ObjectMeta().name(name)).status(new V1PodStatus()
                .addContainerStatusesItem(
                        new V1ContainerStatus().name("victim").ready(true).restartCount(0).image("i").imageID("i")
                                .state(
                                        new V1ContainerState().running(new V1ContainerStateRunning().startedAt(NOW
                                                .atOffset(
                                                        ZoneOffset.UTC)))))), NOW);
    }

    private static String resources(String resources) {
        return "patch " + PATH + " application/strategic-merge-patch+json {\"spec\":{\"template\":{\"spec\":"
                + "{\"containers\":[{\"name\":\"victim\",\"resources\":" + resources + "}]}}}}";
    }

    @Test
    void aRequestAboveTheLimitIsLoweredWithItAndBothAreSetBack() throws IOException {
        DeploymentThrottle throttle = throttle(0.1, (_, _, _) -> "10000 100000");
        assertThat(server.patches()).containsExactly(resources(
                "{\"limits\":{\"cpu\":\"100m\"},\"requests\":{\"cpu\":\"100m\"}}"));
        throttle.undo();
        throttle.undo();
        assertThat(server.patches()).hasSize(2).last().isEqualTo(resources(
                "{\"limits\":{\"cpu\":\"1\"},\"requests\":{\"cpu\":\"250m\"}}"));
    }

    @Test
    void aRequestBelowItStays() throws IOException {
        throttle(0.5, (_, _, _) -> "");
        assertThat(server.patches()).containsExactly(resources("{\"limits\":{\"cpu\":\"500m\"}}"));
    }

    @Test
    void onlyTheQuotaOfAReadyPodProvesIt() throws IOException {
        DeploymentThrottle throttle = throttle(0.5, (pod, _, _) -> pod.equals("old")
                ? "100000\n100000"
                : "50000\n100000");
        throttle.observe();
        assertThat(throttle.landed()).isFalse();
        ready("old");
        throttle.observe();
        assertThat(throttle.landed()).isFalse();
        assertThat(throttle.observed()).contains("pod old is ready with 1 processors by its cgroup");
        ready("young");
        throttle.observe();
        assertThat(throttle.landed()).isTrue();
        assertThat(throttle.observed()).contains("pod young is ready with 0.5 processors by its cgroup");
    }

    @Test
    void aDeploymentThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> DeploymentThrottle.of(new ApiObjects(server.client()), PATH + "-2", (_, _, _) -> "",
                board, 0.5)).isInstanceOf(IOException.class).hasMessageContaining(
                        "limit of processors could not be lowered").hasMessageContaining("404");
    }
}
