package avalanche.victim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The folder of the results: one JSON file for each part, which a run of that part replaces. */
final class Results {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper INDENTED = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    Results(Path folder) {
        this.folder = folder;
    }

    /** Rows of a part, with where and how they were measured. */
    record Measured<R>(Environment environment, List<R> rows) {}

    void write(Part part, Measured<?> measured) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(part), INDENTED.writeValueAsString(measured) + "\n");
    }

    /** The part's rows, or null where it was never measured. */
    <R> @Nullable Measured<R> read(Part part, Class<R> row) throws IOException {
        Path file = file(part);
        if (!Files.exists(file)) {
            return null;
        }
        JavaType type = JSON.getTypeFactory().constructParametricType(Measured.class, row);
        return JSON.readValue(Files.readString(file), type);
    }

    /** Where JMH keeps its own results of that name. */
    Path jmhFile(String name) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("jmh-" + name + ".json");
    }

    private Path file(Part part) {
        return folder.resolve(part.id() + ".json");
    }
}
