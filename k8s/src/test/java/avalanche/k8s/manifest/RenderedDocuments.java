package avalanche.k8s.manifest;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every manifest that is rendered: the samples and the goldens, which other tests keep in step with the code. */
final class RenderedDocuments {
    private static final List<Path> FOLDERS = List.of(Path.of("manifests"), Path.of("src/test/resources/manifests"));

    /** @param from file and number, for messages */
    record Rendered(String from, JsonObject object) {
        String kind() {
            return object.get("kind").getAsString();
        }

        @Override
        public String toString() {
            return from;
        }
    }

    private RenderedDocuments() {}

    static Stream<Rendered> all() throws IOException {
        List<Rendered> all = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                    int number = 0;
                    for (JsonObject object : parse(Files.readString(file))) {
                        number++;
                        all.add(new Rendered(file + " document " + number + ", " + object.get("kind").getAsString(),
                                object));
                    }
                }
            }
        }
        return all.stream();
    }

    static List<JsonObject> parse(String text) {
        Gson gson = new Gson();
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false).map(document -> gson.toJsonTree(document)
                .getAsJsonObject()).toList();
    }
}
