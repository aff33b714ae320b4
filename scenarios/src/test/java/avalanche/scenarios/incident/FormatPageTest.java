package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.Fault.SlowCallback.Mode;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.scenarios.traffic.TrafficPlan.Connections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on the incident file explains every key and word that the reader knows, and its table of metrics is theirs. */
class FormatPageTest {
    private String page = "";

    @BeforeEach
    void read() throws Exception {
        page = Files.readString(Path.of("..", "docs", "incident-format.md"));
    }

    @Test
    void explainsEveryKey() {
        for (String path : Format.paths(Format.FILE)) {
            if (path.startsWith("sizes.NAME.") || path.startsWith("variants.NAME.") || path.startsWith(
                    "conditions.NAME.")) {
                continue; // the same keys again
            }
            String key = path.replaceFirst("^.*\\.delay\\.", "delay.").replaceFirst("^.*\\.traversal\\.",
                    "victim.traversal.");
            assertThat(page).as(path).contains("`" + key + "`");
        }
        assertThat(page).contains("`sizes.NAME.about`", "`variants.NAME.about`", "`variants.NAME.sizes`");
    }

    @Test
    void explainsEveryWord() {
        Collection<String> words = new ArrayList<>(Victim.STRATEGIES);
        words.addAll(Traversal.MODES.keySet());
        words.addAll(FaultsReader.TYPES);
        words.addAll(MitigationsReader.types());
        words.addAll(CallbackReader.DISTRIBUTIONS.keySet());
        words.addAll(SymptomsReader.REQUESTS);
        words.addAll(Quantity.TIME.keySet());
        words.addAll(Quantity.SIZE.keySet());
        for (Enum<?>[] choice : List.<Enum<?>[]>of(Mode.values(), Connections.values(), WindowReader.Until.values())) {
            Arrays.stream(choice).map(Choice::word).forEach(words::add);
        }
        Arrays.stream(Statistic.values()).map(Statistic::id).forEach(words::add);
        assertThat(words).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    @Test
    void listsEveryMetricAsItIs() {
        List<String> rows = page.lines().dropWhile(line -> !line.startsWith("| metric |")).skip(2)
                .takeWhile(line -> line.startsWith("|")).toList();
        assertThat(rows).isEqualTo(Arrays.stream(Metric.values()).map(FormatPageTest::row).toList());
    }

    @Test
    void givesTheDefaultsThatTheReaderHas() {
        assertThat(page).contains("`traffic.timeout` | `" + Words.of(TrafficReader.TIMEOUT) + "`",
                "`traffic.payload` | `" + Words.size(TrafficReader.PAYLOAD) + "`",
                "`traffic.retry.back-off` | `" + Words.of(TrafficReader.BACK_OFF) + "`",
                "at most 262 144 characters, nested at most " + YamlText.DEEPEST + " levels");
        assertThat(YamlText.LONGEST).isEqualTo(262_144);
    }

    @Test
    void showsAnExampleOfOverlaysThatCanBeRead() {
        String example = page.substring(page.indexOf("variants:\n  as-sketched"));
        String overlays = example.substring(0, example.indexOf("```")).replace("slow-callback:", "slow:").replace(
                "walk-incident:", "grown:");
        String text = Sample.TEXT + "sizes: {small: {}, full: {}}\n" + overlays;
        assertThat(Sample.render(IncidentReader.validate(text, Sample.PATH))).isEmpty();
        assertThat(Sample.read(text, "as-sketched", "full").victim().heapBytes()).isEqualTo(3L << 30);
        assertThat(Sample.read(text, "as-sketched", "small").conditions()).isEmpty();
    }

    private static String row(Metric metric) {
        String unit = metric.unit() == Metric.Unit.MILLISECONDS ? "a duration" : metric.unit().symbol();
        String statistics = String.join(", ", Arrays.stream(Statistic.values()).filter(metric::allows)
                .map(statistic -> "`" + statistic.id() + "`").toList());
        return "| `" + metric.id() + "` | " + metric.meaning() + " | " + (unit.isEmpty() ? "a number" : unit) + " | "
                + (metric.ofRequests() ? "yes" : "no") + " | " + statistics + " |";
    }
}
