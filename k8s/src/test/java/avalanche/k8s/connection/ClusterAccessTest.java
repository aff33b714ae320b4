package avalanche.k8s.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClusterAccessTest {
    @TempDir
    Path directory;

    private Path kubeconfig(String context, String server) throws IOException {
        return Files.writeString(directory.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: %s
                contexts:
                - name: %s
                  context: {cluster: c, user: u}
                - name: other
                  context: {cluster: c, user: u}
                clusters:
                - name: c
                  cluster: {server: '%s'}
                users:
                - name: u
                  user: {token: t}
                """.formatted(context, context, server));
    }

    private ClusterAccess choose(@Nullable Path file, @Nullable String context) {
        return ClusterAccess.choose(file, context, Map.of(), directory.resolve("home"));
    }

    @ParameterizedTest
    @CsvSource({"kind-dev,https://10.0.0.1:6443", "minikube,https://192.168.49.2:8443", "k3d-x,https://0.0.0.0:1",
        "docker-desktop,https://kubernetes.docker.internal:6443", "rancher-desktop,https://a", "orbstack,https://b",
        "local,https://127.0.0.1:6443", "anything,https://localhost:6443", "v6,'https://[::1]:6443'",
        "eks,http://127.1.2.3:1"})
    void aTestClusterIsUsedWithoutBeingNamed(String context, String server) throws IOException {
        assertThat(choose(kubeconfig(context, server), null)).isInstanceOfSatisfying(ClusterAccess.Context.class,
                chosen -> assertThat(chosen.context()).isEqualTo(context));
    }

    @ParameterizedTest
    @CsvSource({"production,https://10.0.0.1:6443", "local,https://10.0.0.1:6443", "mykind-x,https://c",
        "x,https://127.0.0.1.example.com", "x,https://localhost.example.com", "x,not an address"})
    void anyOtherIsRefusedUntilItIsNamed(String context, String server) throws IOException {
        Path file = kubeconfig(context, server);
        assertThat(choose(file, null)).isInstanceOfSatisfying(ClusterAccess.Refused.class, refused -> {
            assertThat(refused.reason()).contains("'" + context + "'", server, "does not look like a test cluster");
            assertThat(refused.remedy()).contains("--context " + context);
        });
        assertThat(choose(file, context)).isInstanceOf(ClusterAccess.Context.class);
    }

    @Test
    void anUnknownContextIsRefusedWithTheKnownOnes() throws IOException {
        assertThat(choose(kubeconfig("kind-a", "https://a"), "kind-b")).isEqualTo(new ClusterAccess.Refused(
                "the kubeconfig "
                        + directory.resolve("config") + " has no context 'kind-b'", "name one of: kind-a, other"));
    }

    @Test
    void withoutAKubeconfigItSaysSo() {
        assertThat(choose(null, null)).isEqualTo(new ClusterAccess.Refused("no kubeconfig was found",
                "set KUBECONFIG, or name a file"));
    }

    @Test
    void theEnvironmentNamesAKubeconfig() throws IOException {
        Path file = kubeconfig("kind-a", "https://a");
        assertThat(ClusterAccess.choose(null, null, Map.of("KUBECONFIG", directory.resolve("missing")
                + java.io.File.pathSeparator + file), directory)).isInstanceOfSatisfying(ClusterAccess.Context.class,
                        chosen -> assertThat(chosen.kubeconfig()).isEqualTo(file));
    }

    @Test
    void aFileThatIsNoKubeconfigIsRefused() throws IOException {
        assertThat(choose(Files.writeString(directory.resolve("config"), "]["), null)).isInstanceOfSatisfying(
                ClusterAccess.Refused.class, refused -> assertThat(refused.reason()).contains("not readable"));
    }
}
