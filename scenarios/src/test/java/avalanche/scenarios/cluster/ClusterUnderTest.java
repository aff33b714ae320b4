package avalanche.scenarios.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avalanche.chaos.image.ImageNames;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ClusterAccess;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The cluster of {@code KUBECONFIG}, with the images of {@code AVALANCHE_VICTIM_IMAGE}, {@code AVALANCHE_INJECTOR_IMAGE} and
 * {@code AVALANCHE_HARNESS_IMAGE}.
 *
 * @param context how it is reached
 * @param images of service and injector
 * @param harness the harness's image
 */
public record ClusterUnderTest(ClusterAccess.Context context, ImageNames images, String harness) {
    private static final List<String> NEEDED = List.of("KUBECONFIG", "AVALANCHE_VICTIM_IMAGE",
            "AVALANCHE_INJECTOR_IMAGE", "AVALANCHE_HARNESS_IMAGE");
    private static final int NOT_FOUND = 404;

    /** Skips the test, in one clear line, where there is no cluster; fails it where one is required. */
    public static ClusterUnderTest require() {
        Map<String, String> environment = System.getenv();
        List<String> missing = NEEDED.stream().filter(name -> environment.getOrDefault(name, "").isBlank()).toList();
        if ("true".equals(environment.get("AVALANCHE_REQUIRE_CLUSTER"))) {
            assertThat(missing).as("AVALANCHE_REQUIRE_CLUSTER is true, so these must be set").isEmpty();
        }
        assumeTrue(missing.isEmpty(), "left out: a test on a Kubernetes cluster; set " + String.join(", ", missing));
        ClusterAccess access = ClusterAccess.choose(null, null, environment, Path.of(System.getProperty("user.home")));
        assertThat(access).isInstanceOf(ClusterAccess.Context.class);
        return new ClusterUnderTest((ClusterAccess.Context) access, new ImageNames(environment.getOrDefault(
                "AVALANCHE_VICTIM_IMAGE", ""), environment.getOrDefault("AVALANCHE_INJECTOR_IMAGE", "")), environment
                        .getOrDefault("AVALANCHE_HARNESS_IMAGE", ""));
    }

    /** The API server's address. */
    public InetSocketAddress server() {
        URI server = URI.create(context.server());
        return new InetSocketAddress(server.getHost(), server.getPort() < 0 ? 443 : server.getPort());
    }

    /** A copy of the kubeconfig in which the server is reached by a port of this machine instead; the server's name stays. */
    public Path kubeconfigBy(int port, Path directory) throws IOException {
        JsonObject config = new Gson().toJsonTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Files
                .readString(context.kubeconfig()))).getAsJsonObject();
        String name = server().getHostString();
        boolean local = name.equals("127.0.0.1") || name.equals("localhost");
        for (JsonElement each : config.getAsJsonArray("clusters")) {
            JsonObject cluster = each.getAsJsonObject().getAsJsonObject("cluster");
            if (cluster.get("server").getAsString().equals(context.server())) {
                cluster.addProperty("server", "https://" + (local ? name : "127.0.0.1") + ":" + port);
                if (!local) {
                    cluster.addProperty("tls-server-name", name);
                }
            }
        }
        // JSON is YAML too.
        return Files.writeString(directory.resolve("kubeconfig"), config.toString());
    }

    /** What the server answers to a call; null where it has no such object. */
    public static @Nullable JsonObject call(Clients clients, String method, String path, @Nullable JsonObject body)
            throws IOException, ApiException {
        String answer = text(clients, method, path, body);
        return answer == null ? null : JsonParser.parseString(answer).getAsJsonObject();
    }

    /** The text that the server answers; null where it has no such object. */
    public static @Nullable String text(Clients clients, String method, String path, @Nullable JsonObject body)
            throws IOException, ApiException {
        HashMap<String, String> headers = new HashMap<>();
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        byte[] sent = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        try (Response response = clients.calls().buildCall(null, path, method, List.of(), List.of(), sent, headers,
                new HashMap<>(), new HashMap<>(), new String[]{"BearerToken"}, null).execute();
                ResponseBody answer = response
                        .body()) {
            String text = answer.string();
            if (response.code() == NOT_FOUND) {
                return null;
            }
            assertThat(response.isSuccessful()).as("%s %s: %s", method, path, text).isTrue();
            return text;
        }
    }
}
