package avalanche.victim.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/writing-a-strategy.md} in step with the example that the tests compile and run. */
class WritingAStrategyTest {
    private static final Pattern JAVA = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void showsTheExampleAsItIsCompiledAndRun() throws IOException {
        String document = Files.readString(Path.of("../docs/writing-a-strategy.md"));
        List<String> shown = new ArrayList<>();
        Matcher blocks = JAVA.matcher(document);
        while (blocks.find()) {
            shown.add(blocks.group(1));
        }
        assertThat(shown).containsExactly(example("SortedMap.java"), example("SortedMapProvider.java"));
    }

    private static String example(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/writing-a-strategy").resolve(file));
    }
}
