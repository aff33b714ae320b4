package avalanche.k8s.applied;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An API server that keeps objects and knows a few kinds: ConfigMap, ClusterRole, CustomResourceDefinition and, once one
 * is there, NetworkChaos. Stands in where a test needs refusals at will, or instances of a CRD.
 */
public final class FakeApiServer implements AutoCloseable {
    private static final String CHAOS = "/apis/chaos-mesh.org/v1alpha1";

    private final HttpServer server;
    private final Map<String, JsonObject> objects = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<String> forbidden = new HashSet<>();
    private int uid;

    private FakeApiServer(HttpServer server) {
        this.server = server;
    }

    public static FakeApiServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeApiServer fake = new FakeApiServer(http);
        http.createContext("/", fake::handle);
        http.start();
        return fake;
    }

    public ApiClient client() {
        return new ClientBuilder().setBasePath("http://127.0.0.1:" + server.getAddress().getPort()).build();
    }

    /** Refuses to create in a collection. */
    synchronized void forbid(String collection) {
        forbidden.add(collection);
    }

    /** Puts an object there, as somebody else would. */
    public synchronized void put(String path, String json) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        store(path, object);
    }

    /** An object as it is kept; fails where there is none. */
    public synchronized JsonObject kept(String path) {
        JsonObject object = objects.get(path);
        if (object == null) {
            throw new AssertionError(path + " is not there; there are " + objects.keySet());
        }
        return object;
    }

    synchronized Set<String> paths() {
        return Set.copyOf(objects.keySet());
    }

    /** Creations and deletions, in order. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Patches, in order: path, type and content. */
    public List<String> patches() {
        return calls().stream().filter(call -> call.startsWith("patch ")).toList();
    }

    private void store(String path, JsonObject object) {
        if (!(object.get("metadata") instanceof JsonObject)) {
            object.add("metadata", new JsonObject());
        }
        object.getAsJsonObject("metadata").addProperty("uid", "uid-" + ++uid);
        objects.put(path, object);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, path);
            case "POST" -> create(exchange, path, JsonParser.parseString(body).getAsJsonObject());
            case "PATCH" -> patch(exchange, path, body);
            case "DELETE" -> delete(exchange, path, JsonParser.parseString(body).getAsJsonObject());
            default -> answer(exchange, 405, "{}");
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/api/v1" -> answer(exchange, 200, resources(resource("ConfigMap", "configmaps", true)));
            case "/apis" -> answer(exchange, 200, groups("rbac.authorization.k8s.io/v1", "chaos-mesh.org/v1alpha1"));
            case "/apis/rbac.authorization.k8s.io/v1" -> answer(exchange, 200, resources(resource("ClusterRole",
                    "clusterroles", false)));
            case "/apis/apiextensions.k8s.io/v1" -> answer(exchange, 200, resources(resource(
                    "CustomResourceDefinition", "customresourcedefinitions", false)));
            case CHAOS -> answer(exchange, hasDefinition() ? 200 : 404, resources(resource("NetworkChaos",
                    "networkchaos", true)));
            default -> getObject(exchange, path);
        }
    }

    private boolean hasDefinition() {
        return objects.keySet().stream().anyMatch(path -> path.contains("/customresourcedefinitions/"));
    }

    private void getObject(HttpExchange exchange, String path) throws IOException {
        JsonObject found = objects.get(path);
        if (found != null) {
            answer(exchange, 200, found.toString());
        } else if (exchange.getRequestURI().getQuery() != null) {
            JsonArray items = new JsonArray();
            objects.forEach((at, object) -> {
                if (at.startsWith(path + "/") && object.toString().contains("avalanche/applied")) {
                    items.add(object);
                }
            });
            answer(exchange, 200, "{\"items\":" + items + "}");
        } else {
            status(exchange, 404, path + " not found");
        }
    }

    private void create(HttpExchange exchange, String path, JsonObject object) throws IOException {
        String at = path + "/" + ApiObjects.metadata(object, "name");
        calls.add("create " + at);
        if (forbidden.contains(path)) {
            status(exchange, 403, "no right to create " + at);
        } else if (objects.containsKey(at)) {
            status(exchange, 409, at + " already exists");
        } else {
            store(at, object);
            answer(exchange, 201, object.toString());
        }
    }

    private void patch(HttpExchange exchange, String path, String body) throws IOException {
        calls.add("patch " + path + " " + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
        answer(exchange, 200, kept(path).toString());
    }

    private void delete(HttpExchange exchange, String path, JsonObject options) throws IOException {
        JsonObject found = objects.get(path);
        calls.add("delete " + path);
        if (found == null) {
            status(exchange, 404, path + " not found");
        } else if (!options.getAsJsonObject("preconditions").get("uid").getAsString().equals(ApiObjects.metadata(found,
                "uid"))) {
            status(exchange, 409, "another one");
        } else {
            objects.remove(path);
            status(exchange, 200, "deleted");
        }
    }

    private static String resource(String kind, String plural, boolean namespaced) {
        return "{\"kind\":\"%s\",\"name\":\"%s\",\"namespaced\":%s,\"verbs\":[\"create\",\"delete\",\"get\",\"list\"]}"
                .formatted(kind, plural, namespaced);
    }

    private static String resources(String resource) {
        return "{\"kind\":\"APIResourceList\",\"resources\":[" + resource + "]}";
    }

    private static String groups(String... versions) {
        List<String> groups = new ArrayList<>();
        for (String version : versions) {
            groups.add("{\"preferredVersion\":{\"groupVersion\":\"" + version + "\"}}");
        }
        return "{\"groups\":[" + String.join(",", groups) + "]}";
    }

    private static void status(HttpExchange exchange, int code, String message) throws IOException {
        answer(exchange, code, "{\"kind\":\"Status\",\"message\":\"" + message + "\"}");
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
