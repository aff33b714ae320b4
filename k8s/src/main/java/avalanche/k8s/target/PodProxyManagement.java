package avalanche.k8s.target;

import avalanche.chaos.target.Management;
import avalanche.k8s.manifest.VictimManifests;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The service's management port through the API server's proxy, so that nothing needs a route into the pods' network.
 * What is asked is answered by the oldest replica; what is set is set on every one, and the oldest one's answer counts.
 */
final class PodProxyManagement implements Management {
    private static final int OK = 200;

    private final ApiClient client;
    private final String namespace;
    private final Supplier<List<String>> pods;

    /** @param pods names of the pods that run, the oldest first */
    PodProxyManagement(ApiClient client, String namespace, Supplier<List<String>> pods) {
        this.client = client;
        this.namespace = namespace;
        this.pods = pods;
    }

    @Override
    public String get(String path) throws IOException {
        return send("GET", running(path).getFirst(), path, null);
    }

    @Override
    public String put(String path, String json) throws IOException {
        List<String> running = running(path);
        String answer = send("PUT", running.getFirst(), path, json);
        for (String pod : running.subList(1, running.size())) {
            send("PUT", pod, path, json);
        }
        return answer;
    }

    private List<String> running(String path) throws IOException {
        List<String> running = pods.get();
        if (running.isEmpty()) {
            throw new IOException(path + " cannot be asked for: no pod of the service runs in " + namespace);
        }
        return running;
    }

    private String send(String method, String pod, String path, @Nullable String json) throws IOException {
        String what = method + " " + path + " of pod " + pod;
        HashMap<String, String> headers = new HashMap<>();
        if (json != null) {
            headers.put("Content-Type", "application/json");
        }
        String proxy = "/api/v1/namespaces/" + namespace + "/pods/" + pod + ":" + VictimManifests.MANAGEMENT + "/proxy"
                + path;
        try (Response response = client.buildCall(null, proxy, method, List.of(), List.of(), json == null ? null : json
                .getBytes(StandardCharsets.UTF_8), headers, new HashMap<>(), new HashMap<>(), new String[]{
                    "BearerToken"}, null).execute(); ResponseBody body = response.body()) {
            String answer = body.string();
            if (response.code() != OK) {
                throw new IOException(what + " answered " + response.code() + ", not 200: " + answer.strip());
            }
            return answer;
        } catch (ApiException e) {
            throw new IOException(what + " failed: " + e.getMessage(), e);
        }
    }
}
