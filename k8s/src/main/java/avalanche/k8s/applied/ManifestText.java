package avalanche.k8s.applied;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a manifest: one YAML document for each object, with words in place of what is known only once the run is. */
final class ManifestText {
    private static final Pattern WORD = Pattern.compile("\\$\\{avalanche\\.([^}]*)}");

    private ManifestText() {}

    /** A date stays the text that it is, as the server wants it. */
    private static final class WithoutDates extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    /**
     * Reads it; every problem is told at once.
     *
     * @param words what stands for {@code ${avalanche.KEY}}, by its key
     * @throws IOException if it is no YAML or a document is no object; the message names the document and what is allowed
     */
    static List<ManifestDocument> read(String text, Map<String, String> words) throws IOException {
        List<String> problems = new ArrayList<>();
        List<ManifestDocument> documents = new ArrayList<>();
        Gson gson = new Gson();
        int number = 0;
        try {
            for (Object document : yaml().loadAll(fill(text, words, problems))) {
                number++;
                if (document != null) {
                    read(number, gson.toJsonTree(document), documents, problems);
                }
            }
        } catch (YAMLException e) {
            problems.add("document " + (number + 1) + " is no YAML: " + e.getMessage());
        }
        if (documents.isEmpty() && problems.isEmpty()) {
            problems.add("it has no object; allowed: one document or several, separated by ---");
        }
        if (!problems.isEmpty()) {
            throw new IOException("the manifest cannot be applied: " + String.join("; ", problems));
        }
        return List.copyOf(documents);
    }

    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new WithoutDates());
    }

    private static String fill(String text, Map<String, String> words, List<String> problems) {
        return WORD.matcher(text).replaceAll(match -> {
            String value = words.get(match.group(1));
            if (value == null) {
                problems.add(match.group() + " is not known; allowed: " + String.join(", ", new TreeMap<>(words)
                        .keySet().stream().map(key -> "${avalanche." + key + "}").toList()));
                return Matcher.quoteReplacement(match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static void read(int number, JsonElement element, List<ManifestDocument> documents,
            List<String> problems) {
        String place = "document " + number;
        if (!(element instanceof JsonObject object)) {
            problems.add(place + " is no object; allowed: apiVersion, kind, metadata and what belongs to the kind");
            return;
        }
        String apiVersion = text(object, "apiVersion");
        String kind = text(object, "kind");
        String name = ApiObjects.metadata(object, "name");
        if (apiVersion.isEmpty()) {
            problems.add(place + ": apiVersion is missing; allowed: one that the cluster knows, such as v1");
        }
        if (kind.isEmpty() || kind.equals("List")) {
            problems.add(place + ": kind is " + (kind.isEmpty() ? "missing" : kind)
                    + "; allowed: one object's, each in a document of its own");
        }
        if (name.isEmpty()) {
            problems.add(place + ": metadata.name is missing; allowed: a name (generateName is not: it is undone by its"
                    + " name)");
        }
        documents.add(new ManifestDocument(number, apiVersion, kind, name, ApiObjects.metadata(object, "namespace"),
                object));
    }

    private static String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
