package avalanche.k8s.applied;

import avalanche.k8s.connection.ServerAnswer;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the server which kinds of objects it knows. */
final class ResourceKinds {
    private final ApiObjects api;

    ResourceKinds(ApiObjects api) {
        this.api = api;
    }

    /** The kind of a manifest; null where the server does not know it. */
    @Nullable
    ResourceKind find(String apiVersion, String kind) throws ApiException {
        for (ResourceKind known : of(apiVersion)) {
            if (known.kind().equals(kind)) {
                return known;
            }
        }
        return null;
    }

    /** All that it knows, each group in the version that it prefers. */
    List<ResourceKind> all() throws ApiException {
        List<ResourceKind> all = new ArrayList<>(of("v1"));
        for (JsonObject group : objects(api.get("/apis"), "groups")) {
            if (group.get("preferredVersion") instanceof JsonObject preferred) {
                all.addAll(of(preferred.get("groupVersion").getAsString()));
            }
        }
        return all;
    }

    private List<ResourceKind> of(String apiVersion) throws ApiException {
        JsonObject list;
        try {
            list = api.get(ResourceKind.discovery(apiVersion));
        } catch (ApiException e) {
            if (e.getCode() == ServerAnswer.NOT_FOUND || e.getCode() == ServerAnswer.UNAVAILABLE) {
                // A version that it does not have, or one whose own server is down.
                return List.of();
            }
            throw e;
        }
        List<ResourceKind> kinds = new ArrayList<>();
        for (JsonObject resource : objects(list, "resources")) {
            String name = resource.get("name").getAsString();
            if (!name.contains("/")) {
                String verbs = String.valueOf(resource.get("verbs"));
                kinds.add(new ResourceKind(apiVersion, resource.get("kind").getAsString(), name, resource.get(
                        "namespaced").getAsBoolean(), verbs.contains("\"list\"") && verbs.contains("\"delete\"")));
            }
        }
        return kinds;
    }

    private static List<JsonObject> objects(JsonObject of, String field) {
        List<JsonObject> objects = new ArrayList<>();
        if (of.get(field) instanceof JsonArray array) {
            for (JsonElement each : array) {
                objects.add(each.getAsJsonObject());
            }
        }
        return objects;
    }
}
