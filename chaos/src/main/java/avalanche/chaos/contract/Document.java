package avalanche.chaos.contract;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that is read field by field; whatever is missing or of another kind is a {@link ContractException} that
 * names its place.
 */
public final class Document {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int EXCERPT = 200;

    private final String place;
    private final JsonNode node;

    private Document(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    /**
     * Reads a whole document.
     *
     * @param name what it is called in errors, such as {@code GET /vitals}
     * @throws ContractException if it is not a JSON object
     */
    public static Document parse(String name, String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new ContractException(name + " is not JSON: " + e.getOriginalMessage() + "; it begins with: "
                    + json.substring(0, Math.min(EXCERPT, json.length())), e);
        }
        if (!node.isObject()) {
            throw new ContractException(name + " is " + kind(node) + "; allowed: an object");
        }
        return new Document(name + ": ", node);
    }

    /** An object in this object. */
    public Document object(String field) {
        Document found = objectOrNull(field);
        if (found == null) {
            throw wrong(field, "null", "an object");
        }
        return found;
    }

    /** An object in this object, null where the field is there and null. */
    public @Nullable Document objectOrNull(String field) {
        JsonNode value = field(field);
        if (value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(field, kind(value), "an object or null");
        }
        return new Document(place + field + ".", value);
    }

    /** Number of elements of an array. */
    public int length(String field) {
        JsonNode value = field(field);
        if (!value.isArray()) {
            throw wrong(field, kind(value), "an array");
        }
        return value.size();
    }

    /** A whole number, zero or more. */
    public long count(String field) {
        JsonNode value = field(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(field, kind(value), "a whole number, zero or more");
        }
        return value.longValue();
    }

    /** A whole number, zero or more; null where the field is there and null, or is not there. */
    public @Nullable Long countOrNull(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : Long.valueOf(count(field));
    }

    /** A number, zero or more. */
    public double amount(String field) {
        JsonNode value = field(field);
        if (!value.isNumber() || !(value.doubleValue() >= 0)) {
            throw wrong(field, kind(value), "a number, zero or more");
        }
        return value.doubleValue();
    }

    public String text(String field) {
        JsonNode value = field(field);
        if (!value.isString()) {
            throw wrong(field, kind(value), "a text");
        }
        return value.stringValue();
    }

    public boolean flag(String field) {
        JsonNode value = field(field);
        if (!value.isBoolean()) {
            throw wrong(field, kind(value), "true or false");
        }
        return value.booleanValue();
    }

    /** An object whose values are all numbers, by name. */
    public Map<String, Double> numbers(String field) {
        Document object = object(field);
        Map<String, Double> numbers = new TreeMap<>();
        object.node.forEachEntry((name, value) -> {
            if (!value.isNumber()) {
                throw object.wrong(name, kind(value), "a number");
            }
            numbers.put(name, value.doubleValue());
        });
        return numbers;
    }

    /** A histogram in HdrHistogram's compressed V2 encoding, in base64. */
    public Histogram histogram(String field) {
        String text = text(field);
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException | RuntimeException e) {
            throw new ContractException(place + field + " is '" + text.substring(0, Math.min(EXCERPT, text.length()))
                    + "'; allowed: an HdrHistogram in compressed V2 encoding, base64", e);
        }
    }

    /** The error that says that a field's value is not allowed. */
    public ContractException wrong(String field, String found, String allowed) {
        return new ContractException(place + field + " is " + found + "; allowed: " + allowed);
    }

    private JsonNode field(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new ContractException(place + field + " is missing");
        }
        return value;
    }

    private static String kind(JsonNode node) {
        String text = node.toString();
        return text.substring(0, Math.min(EXCERPT, text.length()));
    }
}
