package avalanche.victim.traversal;

import avalanche.victim.setting.InvalidSetting;
import avalanche.victim.setting.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how walks are done from JSON, strictly: a field that the mode does not take is an error. */
public final class TraversalReader {
    private final JsonMapper json;
    private final TraversalSetting usual;

    /** Reads with that mapper; a limit that is not given is the usual setting's. */
    public TraversalReader(JsonMapper json, TraversalSetting usual) {
        this.json = json;
        this.usual = usual;
    }

    /**
     * The setting in a document.
     *
     * @throws InvalidSetting where it is no JSON, the mode is missing or unknown, or a field is unknown or out of range
     */
    public TraversalSetting read(byte[] document) {
        JsonNode root = parsed(document);
        if (!root.isObject()) {
            throw new InvalidSetting("body", root.isMissingNode() ? "empty" : root.toString(), "an object with mode");
        }
        TraversalMode mode = mode(root.get("mode"));
        List<String> known = new ArrayList<>(List.of("mode"));
        mode.limits().forEach(limit -> known.add(limit.field()));
        for (String given : root.propertyNames()) {
            if (!known.contains(given)) {
                throw new InvalidSetting(given, root.get(given).toString(), "no such field with " + mode.id()
                        + ", which has: " + String.join(", ", known), Spelling.nearest(given, known));
            }
        }
        Map<Limit, Integer> limits = new EnumMap<>(usual.limits());
        for (Limit limit : mode.limits()) {
            JsonNode given = root.get(limit.field());
            if (given != null) {
                limits.put(limit, number(limit, given));
            }
        }
        return new TraversalSetting(mode, limits);
    }

    private JsonNode parsed(byte[] document) {
        try {
            return json.readTree(document);
        } catch (JacksonException problem) {
            InvalidSetting invalid = new InvalidSetting("body", "no JSON", "an object with mode");
            invalid.initCause(problem);
            throw invalid;
        }
    }

    private static TraversalMode mode(@Nullable JsonNode given) {
        if (given == null || !given.isString()) {
            String known = Arrays.stream(TraversalMode.values()).map(TraversalMode::id).collect(Collectors.joining(
                    ", "));
            throw new InvalidSetting("mode", given == null ? "missing" : given.toString(), known);
        }
        return TraversalMode.of(given.stringValue(), "mode");
    }

    private static int number(Limit limit, JsonNode given) {
        if (!given.isIntegralNumber() || !given.canConvertToInt() || !limit.allows(given.intValue())) {
            throw new InvalidSetting(limit.field(), given.toString(), limit.allowed());
        }
        return given.intValue();
    }
}
