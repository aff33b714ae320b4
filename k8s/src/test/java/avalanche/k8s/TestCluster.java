package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avalanche.chaos.image.ImageNames;
import avalanche.chaos.target.Availability;
import avalanche.k8s.connection.ClusterAccess;
import java.nio.file.Path;
import java.util.Map;

/** The cluster of the E2E tests: the one of {@code KUBECONFIG}. */
final class TestCluster {
    private TestCluster() {}

    /** Skips the tests, in one clear line, where there is no cluster; fails where one is required. */
    static KubernetesConfiguration require() {
        Map<String, String> environment = System.getenv();
        boolean required = "true".equals(environment.get("AVALANCHE_REQUIRE_CLUSTER"));
        String kubeconfig = environment.getOrDefault("KUBECONFIG", "");
        String victim = environment.getOrDefault("AVALANCHE_VICTIM_IMAGE", "");
        String injector = environment.getOrDefault("AVALANCHE_INJECTOR_IMAGE", "");
        boolean there = !kubeconfig.isBlank() && !victim.isBlank() && !injector.isBlank();
        if (required) {
            assertThat(there).as("AVALANCHE_REQUIRE_CLUSTER is true, so KUBECONFIG, AVALANCHE_VICTIM_IMAGE and"
                    + " AVALANCHE_INJECTOR_IMAGE must name a cluster and its images").isTrue();
        }
        assumeTrue(there, "left out: the tests on a Kubernetes cluster; set KUBECONFIG, AVALANCHE_VICTIM_IMAGE and"
                + " AVALANCHE_INJECTOR_IMAGE");
        KubernetesConfiguration configuration = new KubernetesConfiguration(null, null, new ImageNames(victim,
                injector));
        assertThat(new KubernetesPlatform(configuration).probe()).isInstanceOf(Availability.Available.class);
        return configuration;
    }

    /** How the cluster is reached. */
    static ClusterAccess access() {
        return ClusterAccess.choose(null, null, System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
