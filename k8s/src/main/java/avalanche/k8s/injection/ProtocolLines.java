package avalanche.k8s.injection;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import java.io.IOException;

/**
 * Tells an injector's measurements from everything else that it wrote: a pod's log mixes standard output and error
 * output. A measurement is one JSON object with a {@code type}.
 */
final class ProtocolLines {
    private static final TypeAdapter<JsonElement> JSON = new Gson().getAdapter(JsonElement.class);

    private ProtocolLines() {}

    static boolean isMeasurement(String line) {
        if (!line.startsWith("{") || !line.endsWith("}")) {
            return false;
        }
        try {
            return JSON.fromJson(line) instanceof JsonObject object && object.has("type") && object.get("type")
                    .isJsonPrimitive();
        } catch (JsonParseException | IOException _) {
            return false;
        }
    }
}
