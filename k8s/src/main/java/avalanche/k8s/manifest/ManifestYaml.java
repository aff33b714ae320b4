package avalanche.k8s.manifest;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.JSON;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Objects as YAML that {@code kubectl apply} accepts, in the order given; the same objects give the same text. Fields
 * are in order of their names, after the version, the kind and the metadata; empty ones are left out.
 */
public final class ManifestYaml {
    private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata", "name");

    private ManifestYaml() {}

    /** One document for each object. */
    public static String print(List<? extends KubernetesObject> objects) {
        Gson gson = JSON.getGson();
        Yaml yaml = new Yaml(options());
        StringBuilder text = new StringBuilder();
        for (KubernetesObject object : objects) {
            text.append("---\n").append(yaml.dump(map(gson.toJsonTree(object).getAsJsonObject())));
        }
        return text.toString();
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return options;
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : FIRST) {
            put(key, object, map);
        }
        for (String key : new TreeSet<>(object.keySet())) {
            put(key, object, map);
        }
        return map;
    }

    private static void put(String key, JsonObject object, Map<String, Object> map) {
        JsonElement element = object.get(key);
        if (element == null || element.isJsonNull() || map.containsKey(key)) {
            return;
        }
        Object value = value(element);
        boolean empty = value.equals(Map.of()) || value.equals(List.of());
        if (!empty) {
            map.put(key, value);
        }
    }

    private static Object value(JsonElement element) {
        return switch (element) {
            case JsonObject object -> map(object);
            case JsonArray array -> {
                List<Object> list = new ArrayList<>();
                array.forEach(each -> list.add(value(each)));
                yield list;
            }
            case JsonPrimitive primitive when primitive.isBoolean() -> primitive.getAsBoolean();
            case JsonPrimitive primitive when primitive.isNumber() -> primitive.getAsNumber();
            default -> element.getAsString();
        };
    }
}
