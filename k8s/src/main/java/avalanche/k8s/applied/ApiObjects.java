package avalanche.k8s.applied;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Calls of the API server for objects of any kind, by their path, as the server's own JSON. */
public final class ApiObjects {
    /** A patch that knows lists of named things, such as a pod's containers. */
    public static final String STRATEGIC = "application/strategic-merge-patch+json";

    private static final String JSON = "application/json";

    private final ApiClient client;

    public ApiObjects(ApiClient client) {
        this.client = client;
    }

    /** Reads one. */
    public JsonObject get(String path) throws ApiException {
        return send("GET", path, JSON, null);
    }

    /** Lists those that a label selector selects. */
    List<JsonObject> list(String path, String selector) throws ApiException {
        JsonObject list = get(path + "?labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8));
        List<JsonObject> items = new ArrayList<>();
        if (list.get("items") instanceof JsonArray all) {
            for (JsonElement each : all) {
                items.add(each.getAsJsonObject());
            }
        }
        return items;
    }

    /** Creates one in a collection; refused where there is one of its name. */
    JsonObject create(String collection, JsonObject object) throws ApiException {
        return send("POST", collection, JSON, object);
    }

    /** Changes one. */
    public JsonObject patch(String path, String type, JsonObject patch) throws ApiException {
        return send("PATCH", path, type, patch);
    }

    /**
     * Deletes one, if it is still the one that is meant.
     *
     * @param uid the server's id of it
     * @param graceSeconds how long it may take to end, null for what it says itself
     */
    public void delete(String path, String uid, @Nullable Integer graceSeconds) throws ApiException {
        JsonObject preconditions = new JsonObject();
        preconditions.addProperty("uid", uid);
        JsonObject options = new JsonObject();
        options.addProperty("apiVersion", "v1");
        options.addProperty("kind", "DeleteOptions");
        options.add("preconditions", preconditions);
        options.addProperty("propagationPolicy", "Background");
        if (graceSeconds != null) {
            options.addProperty("gracePeriodSeconds", graceSeconds);
        }
        send("DELETE", path, JSON, options);
    }

    private JsonObject send(String method, String path, String type, @Nullable JsonObject body) throws ApiException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", JSON);
        if (body != null) {
            headers.put("Content-Type", type);
        }
        byte[] bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        try (Response response = client.buildCall(null, path, method, List.of(), List.of(), bytes, headers,
                new HashMap<>(), new HashMap<>(), new String[]{"BearerToken"}, null).execute();
                ResponseBody answer = response.body()) {
            String text = answer.string();
            if (!response.isSuccessful()) {
                throw new ApiException(response.code(), response.message(), null, text);
            }
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new ApiException(e);
        }
    }

    /** A field of an object's metadata; empty where it has none. */
    public static String metadata(JsonObject object, String field) {
        return object.get("metadata") instanceof JsonObject metadata && metadata.has(field) && metadata.get(field)
                .isJsonPrimitive() ? metadata.get(field).getAsString() : "";
    }

    /** A label or an annotation; empty where it has none. */
    static String metadata(JsonObject object, String map, String key) {
        return object.get("metadata") instanceof JsonObject metadata && metadata.get(map) instanceof JsonObject entries
                && entries.has(key) ? entries.get(key).getAsString() : "";
    }
}
