package avalanche.victim.fault;

import avalanche.victim.setting.InvalidSetting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a callback's setting from JSON, strictly: an unknown field is an error. */
public final class CallbackReader {
    private static final String DISTRIBUTIONS = "fixed, uniform, log-normal";

    private final JsonMapper json;

    /** Reads with that mapper. */
    public CallbackReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * The setting in a document.
     *
     * @throws InvalidSetting where it is no JSON, or a field is missing, unknown or out of range
     */
    public CallbackSetting read(byte[] document) {
        JsonNode root;
        try {
            root = json.readTree(document);
        } catch (JacksonException problem) {
            InvalidSetting invalid = new InvalidSetting("body", "no JSON", "an object with delay and mode");
            invalid.initCause(problem);
            throw invalid;
        }
        only(root, "", List.of("delay", "mode"));
        return new CallbackSetting(delay(required(root, "", "delay", "an object")), mode(root.get("mode")));
    }

    private static Mode mode(@Nullable JsonNode given) {
        String allowed = Arrays.stream(Mode.values()).map(Mode::id).collect(Collectors.joining(", "));
        for (Mode mode : Mode.values()) {
            if (given != null && given.isString() && given.stringValue().equals(mode.id())) {
                return mode;
            }
        }
        throw new InvalidSetting("mode", given == null ? "missing" : given.toString(), allowed);
    }

    private static Delay delay(JsonNode delay) {
        JsonNode distribution = required(delay, "delay.", "distribution", DISTRIBUTIONS);
        String name = distribution.isString() ? distribution.stringValue() : "";
        return switch (name) {
            case "fixed" -> {
                only(delay, "delay.", List.of("distribution", "micros"));
                yield new Delay.Fixed(number(delay, "micros", 0, Delay.MOST_MICROS));
            }
            case "uniform" -> {
                only(delay, "delay.", List.of("distribution", "minMicros", "maxMicros"));
                double min = number(delay, "minMicros", 0, Delay.MOST_MICROS);
                yield new Delay.Uniform(min, number(delay, "maxMicros", min, Delay.MOST_MICROS));
            }
            case "log-normal" -> {
                only(delay, "delay.", List.of("distribution", "medianMicros", "sigma"));
                yield new Delay.LogNormal(number(delay, "medianMicros", 0, Delay.MOST_MICROS), number(delay, "sigma",
                        0, 3));
            }
            default -> throw new InvalidSetting("delay.distribution", distribution.toString(), DISTRIBUTIONS);
        };
    }

    private static double number(JsonNode delay, String field, double min, double max) {
        String allowed = "a number from " + plain(min) + " to " + plain(max);
        JsonNode given = required(delay, "delay.", field, allowed);
        double value = given.isNumber() ? given.doubleValue() : Double.NaN;
        if (!(value >= min && value <= max)) {
            throw new InvalidSetting("delay." + field, given.toString(), allowed);
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static JsonNode required(JsonNode object, String path, String field, String allowed) {
        JsonNode given = object.get(field);
        if (given == null) {
            throw new InvalidSetting(path + field, "missing", allowed);
        }
        return given;
    }

    private static void only(JsonNode object, String path, List<String> fields) {
        if (!object.isObject()) {
            String name = path.isEmpty() ? "body" : path.substring(0, path.length() - 1);
            throw new InvalidSetting(name, object.toString(), "an object with " + String.join(", ", fields));
        }
        for (String given : object.propertyNames()) {
            if (!fields.contains(given)) {
                throw new InvalidSetting(path + given, object.get(given).toString(), "no such field; known: " + String
                        .join(", ", fields));
            }
        }
    }
}
