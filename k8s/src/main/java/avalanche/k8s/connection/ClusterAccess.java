package avalanche.k8s.connection;

import io.kubernetes.client.util.KubeConfig;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cluster is to be used, or why none is. */
public sealed interface ClusterAccess {
    /**
     * A context of a kubeconfig.
     *
     * @param kubeconfig the file
     * @param context its name in the file
     * @param server address of the API server
     * @param why why it may be used, in words
     */
    record Context(Path kubeconfig, String context, String server, String why) implements ClusterAccess {
        /** The parsed file with this context chosen. */
        KubeConfig load() throws IOException {
            KubeConfig config = read(kubeconfig);
            config.setContext(context);
            return config;
        }
    }

    /** The cluster that this program runs in, with its pod's service account. */
    record InCluster() implements ClusterAccess {}

    /**
     * None.
     *
     * @param reason what was found missing or unsafe
     * @param remedy what to do about it
     */
    record Refused(String reason, String remedy) implements ClusterAccess {}

    /** Where a pod finds its service account's token. */
    Path SERVICE_ACCOUNT_TOKEN = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    /**
     * Chooses: the named kubeconfig, else the first file of {@code KUBECONFIG}, else {@code ~/.kube/config}, else the
     * cluster that this program runs in. Of a kubeconfig the named context is used, whatever it is; the current one only
     * where it {@linkplain TestClusters looks like a test cluster}.
     *
     * @param kubeconfig a file, null for the usual places
     * @param context a context's name, null for the current one
     * @param environment the environment's variables
     * @param home the user's home directory
     */
    static ClusterAccess choose(@Nullable Path kubeconfig, @Nullable String context, Map<String, String> environment,
            Path home) {
        Path file = kubeconfig == null ? usual(environment, home) : kubeconfig;
        if (file == null) {
            return context == null && inCluster(environment) ? new InCluster() : new Refused("no kubeconfig was found",
                    "set KUBECONFIG, or name a file");
        }
        KubeConfig config;
        try {
            config = read(file);
        } catch (IOException | RuntimeException e) {
            return new Refused("the kubeconfig " + file + " is not readable: " + e, "name a kubeconfig that is");
        }
        String chosen = context == null ? config.getCurrentContext() : context;
        if (chosen == null || !config.setContext(chosen)) {
            return new Refused(chosen == null
                    ? "the kubeconfig " + file + " has no current context"
                    : "the kubeconfig " + file + " has no context '" + chosen + "'", "name one of: " + String.join(", ",
                            names(config)));
        }
        return judge(file, chosen, String.valueOf(config.getServer()), context != null);
    }

    private static ClusterAccess judge(Path file, String context, String server, boolean explicit) {
        if (explicit) {
            return new Context(file, context, server, "it was named");
        }
        String why = TestClusters.recognise(context, server);
        return why != null ? new Context(file, context, server, why) : new Refused("the current context '" + context
                + "' of " + file + " (" + server + ") does not look like a test cluster, and it was not named",
                "name it with --context " + context + " if a service is really to be broken there");
    }

    private static @Nullable Path usual(Map<String, String> environment, Path home) {
        for (String name : environment.getOrDefault("KUBECONFIG", "").split(File.pathSeparator, -1)) {
            if (!name.isBlank() && Files.exists(Path.of(name))) {
                return Path.of(name);
            }
        }
        Path file = home.resolve(".kube/config");
        return Files.exists(file) ? file : null;
    }

    private static boolean inCluster(Map<String, String> environment) {
        return environment.containsKey("KUBERNETES_SERVICE_HOST") && Files.isReadable(SERVICE_ACCOUNT_TOKEN);
    }

    private static KubeConfig read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            KubeConfig config = KubeConfig.loadKubeConfig(reader);
            config.setFile(file.toAbsolutePath().toFile());
            return config;
        }
    }

    private static List<String> names(KubeConfig config) {
        return config.getContexts().stream().map(context -> context instanceof Map<?, ?> map
                ? String.valueOf(map.get("name"))
                : "?").sorted().toList();
    }
}
