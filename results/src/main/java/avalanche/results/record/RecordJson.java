package avalanche.results.record;

import avalanche.results.evidence.Run;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link RunRecord} as JSON: fields in the order of the record's components, maps by key, instants in ISO 8601, what
 * is absent as null. The same record always gives the same bytes.
 */
public final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RecordJson() {}

    public static String write(RunRecord runRecord) {
        return MAPPER.writeValueAsString(runRecord) + "\n";
    }

    /**
     * Reads a record.
     *
     * @param from where the text came from, for messages
     * @throws RecordException where it is no record of schema {@link RunRecord#SCHEMA}
     */
    public static RunRecord read(String json, String from) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            JsonNode schema = tree.path("schema");
            if (!schema.isInt() || schema.intValue() != RunRecord.SCHEMA) {
                throw new RecordException("schema of " + from + " is " + (schema.isMissingNode() ? "absent" : schema)
                        + "; allowed: " + RunRecord.SCHEMA + "; read it with the version that wrote it");
            }
            sayWhatWasNotSaidOnce(tree);
            return MAPPER.treeToValue(tree, RunRecord.class);
        } catch (JacksonException e) {
            throw new RecordException(from + " is not a record: " + e.getOriginalMessage() + " at " + e
                    .getPathReference(), e);
        }
    }

    /**
     * A run that does not say how its walks were done was written when there was one way only; one that does not say what
     * could not be seen, when nobody kept it.
     */
    private static void sayWhatWasNotSaidOnce(JsonNode tree) {
        for (JsonNode run : tree.path("runs")) {
            if (run instanceof ObjectNode object) {
                if (!object.has("traversal")) {
                    object.put("traversal", Run.NATURAL);
                }
                if (!object.has("unseen")) {
                    object.putArray("unseen");
                }
            }
        }
    }

    /** Reads a record from a file. */
    public static RunRecord read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw RecordException.at(file, e);
        }
    }
}
