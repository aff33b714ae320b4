package avalanche.scenarios.incident;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/** The committed JSON Schema of incident files. */
final class SchemaFile {
    static final Path PATH = Path.of("incidents", "incident.schema.json");

    private final Schema schema;

    SchemaFile() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Files.readString(
                PATH));
    }

    /** What the schema has against a file, empty where it accepts it. */
    List<String> problems(String yaml) {
        Object document = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
        String json = JsonMapper.shared().writeValueAsString(document);
        return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }
}
