package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.Fault.SlowCallback.Mode;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.scenarios.traffic.TrafficPlan.Connections;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed schema has the reader's keys and words, and judges as it does. */
class SchemaFileTest {
    private JsonNode schema;
    private SchemaFile file;

    @BeforeEach
    void read() throws Exception {
        schema = JsonMapper.shared().readTree(Files.readString(SchemaFile.PATH));
        file = new SchemaFile();
    }

    @Test
    void acceptsEveryIncidentFile() throws Exception {
        assertThat(file.problems(Files.readString(RangeCascadeTest.FILE))).isEmpty();
        assertThat(Files.readString(RangeCascadeTest.FILE)).startsWith(
                "# yaml-language-server: $schema=incident.schema.json\n");
    }

    @Test
    void hasTheKeysThatTheReaderKnows() {
        sameKeys(Format.FILE, schema, "");
    }

    @Test
    void explainsEveryKey() {
        schema.at("/$defs").properties().forEach(definition -> definition.getValue().path("properties").properties()
                .forEach(property -> assertThat(description(property.getValue())).as(definition.getKey() + "."
                        + property
                                .getKey()).isNotBlank()));
    }

    @Test
    void hasTheWordsThatTheReaderKnows() {
        assertThat(strings(schema.at("/$defs/victim/anyOf/1/properties/strategy/enum"))).isEqualTo(Victim.STRATEGIES);
        List<String> modes = List.copyOf(Traversal.MODES.keySet());
        assertThat(strings(schema.at("/$defs/traversal/anyOf/0/enum"))).isEqualTo(modes);
        assertThat(strings(schema.at("/$defs/traversal/anyOf/1/properties/mode/enum"))).isEqualTo(modes);
        assertThat(words("traffic", "connections")).isEqualTo(words(Connections.values()));
        assertThat(words("fault", "type")).isEqualTo(FaultsReader.TYPES);
        assertThat(words("mitigation", "type")).isEqualTo(MitigationsReader.types());
        assertThat(words("symptom", "metric")).isEqualTo(SymptomsReader.metrics());
        assertThat(words("symptom", "requests")).isEqualTo(SymptomsReader.REQUESTS);
        assertThat(words("symptom", "statistic")).isEqualTo(Arrays.stream(Statistic.values()).map(Statistic::id)
                .toList());
        assertThat(words("window", "until")).isEqualTo(words(WindowReader.Until.values()));
        assertThat(strings(schema.at("/$defs/mode/enum"))).isEqualTo(words(Mode.values()));
        assertThat(strings(schema.at("/$defs/delay/anyOf/1/properties/distribution/enum")))
                .containsExactlyInAnyOrderElementsOf(CallbackReader.DISTRIBUTIONS.keySet());
        assertThat(strings(schema.at("/$defs/victim/properties/settings/propertyNames/not/enum")))
                .containsExactlyInAnyOrderElementsOf(VictimReader.RESERVED.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void judgesMetricsAndStatisticsAsTheReaderDoes(Metric metric) {
        for (Statistic statistic : Statistic.values()) {
            Metric.Unit unit = statistic == Statistic.GROWTH ? Metric.Unit.COUNT : metric.unit();
            for (Metric.Unit written : Metric.Unit.values()) {
                String yaml = symptom(metric, statistic, written);
                boolean right = metric.allows(statistic) && unit == written;
                assertThat(Sample.refused(yaml).isEmpty()).as(yaml).isEqualTo(right);
                assertThat(file.problems(yaml).isEmpty()).as(yaml).isEqualTo(right);
            }
        }
    }

    private static String symptom(Metric metric, Statistic statistic, Metric.Unit unit) {
        String requests = metric.ofRequests() ? ", requests: all" : "";
        String baseline = statistic == Statistic.GROWTH ? ", baseline: healthy" : "";
        return Sample.with("metric: entries, statistic: max", "metric: " + metric.id() + ", statistic: " + statistic
                .id() + requests + baseline).replace("\">= 100\"", "\">= 100 " + unit.symbol() + "\"");
    }

    private void sameKeys(Shape shape, JsonNode node, String path) {
        JsonNode resolved = resolve(node);
        switch (shape) {
            case Shape.Keys(Map<String, Shape> keys) -> sameKeys(keys, resolved, path);
            case Shape.Named(Shape each) -> sameKeys(each, resolved.path("additionalProperties"), path + ".NAME");
            case Shape.Either(Shape.Keys(Map<String, Shape> keys)) -> sameKeys(keys, resolved.at("/anyOf/1"), path);
            case Shape.Open() -> assertThat(resolved.path("properties").size()).as(path).isZero();
            case Shape.Values() -> assertThat(resolved.path("items").isObject()).as(path).isTrue();
            case Shape.Value _ -> assertThat(resolved.path("properties").size()).as(path).isZero();
        }
    }

    private void sameKeys(Map<String, Shape> keys, JsonNode node, String path) {
        Set<String> named = new TreeSet<>();
        node.path("properties").properties().forEach(property -> named.add(property.getKey()));
        assertThat(named).as(path).isEqualTo(new TreeSet<>(keys.keySet()));
        assertThat(node.path("additionalProperties").asBoolean(true)).as(path).isFalse();
        keys.forEach((key, below) -> sameKeys(below, node.path("properties").path(key), path + "." + key));
    }

    /** Follows references, and looks into a choice between something and nothing. */
    private JsonNode resolve(JsonNode node) {
        if (node.has("$ref")) {
            return resolve(schema.at(node.path("$ref").asString().substring(1)));
        }
        JsonNode choice = node.path("anyOf");
        boolean nullable = choice.size() == 2 && "null".equals(choice.path(1).path("type").asString(""));
        return nullable ? resolve(choice.path(0)) : node;
    }

    private String description(JsonNode node) {
        String own = node.path("description").asString("");
        return own.isEmpty() ? resolve(node).path("description").asString("") : own;
    }

    private List<String> words(String definition, String property) {
        return strings(schema.at("/$defs/" + definition + "/properties/" + property + "/enum"));
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Choice::word).toList();
    }

    private static List<String> strings(JsonNode array) {
        Collection<JsonNode> values = array.values();
        return values.stream().map(JsonNode::asString).toList();
    }
}
