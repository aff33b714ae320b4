package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code --traversal} says the same as the file's key. */
class TraversalOptionTest {
    private static final String FILE = Path.of("incidents", "range-cascade.yaml").toString();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void isLaidOverTheFile() {
        assertThat(execute("describe", FILE, "--strategy", "dual-map", "--traversal", "held")).isZero();
        assertThat(text(out)).contains("Orders in the map 'dual-map'", "Walks are done in the mode 'held'.");
    }

    @Test
    void anUnknownModeIsToldWithTheKnownOnes() {
        assertThat(execute("describe", FILE, "--traversal", "pagd")).isEqualTo(3);
        assertThat(text(err)).contains("victim.traversal: unknown value 'pagd'; allowed: natural, held, copied, ",
                "did you mean 'paged'?");
    }

    @Test
    void aModeThatTheStrategyCannotWalkInIsRefused() {
        assertThat(execute("describe", FILE, "--strategy", "hash-trie", "--traversal", "copied")).isEqualTo(3);
        assertThat(text(err)).contains("'copied' needs a map with a critical section, which 'hash-trie' does not have");
    }

    private int execute(String... arguments) {
        Output output = new Output(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true,
                StandardCharsets.UTF_8), false, 100);
        return Avalanche.commandLine(output, new Home(Path.of("."))).execute(arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
