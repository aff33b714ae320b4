package avalanche.k8s.connection;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a cluster that is meant to be broken from one that is not, by its name and its address: a pure function. */
final class TestClusters {
    private static final List<String> NAMES = List.of("minikube", "docker-desktop", "docker-for-desktop",
            "rancher-desktop", "orbstack", "colima");
    private static final List<String> PREFIXES = List.of("kind-", "k3d-", "colima-", "minikube-");

    private TestClusters() {}

    /** Why it is taken for a test cluster, in words; null if it is not. */
    static @Nullable String recognise(String context, String server) {
        if (NAMES.contains(context) || PREFIXES.stream().anyMatch(context::startsWith)) {
            return "its name is a local test cluster's";
        }
        return isLoopback(server) ? "its API server listens on this machine's loopback address" : null;
    }

    private static boolean isLoopback(String server) {
        try {
            String host = URI.create(server).getHost();
            return host != null && (host.equals("localhost") || host.equals("[::1]") || host.matches(
                    "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
