package avalanche.results.record;

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
     * @throws RecordException where it is no record of a schema from {@link RunRecord#OLDEST} to {@link RunRecord#SCHEMA}
     */
    public static RunRecord read(String json, String from) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            JsonNode schema = tree.path("schema");
            if (!schema.isInt() || schema.intValue() < RunRecord.OLDEST || schema.intValue() > RunRecord.SCHEMA) {
                throw new RecordException("schema of " + from + " is " + (schema.isMissingNode() ? "absent" : schema)
                        + "; allowed: " + RunRecord.OLDEST + " to " + RunRecord.SCHEMA
                        + "; read it with the version that wrote it");
            }
            if (schema.intValue() < RunRecord.SCHEMA && tree instanceof ObjectNode old) {
                OldRecords.bring(old);
            }
            return MAPPER.treeToValue(tree, RunRecord.class);
        } catch (JacksonException e) {
            throw new RecordException(from + " is not a record: " + e.getOriginalMessage() + " at " + e
                    .getPathReference(), e);
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
