package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"avalanche", "run", "validate", "describe", "report", "compare", "images"})
    void helpIsWhatTheGoldenFileSays(String verb) throws IOException {
        int code = verb.equals("avalanche") ? execute("--help") : execute(verb, "--help");

        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo(golden(verb));
    }

    @Test
    void versionIsTold() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).isEqualTo("avalanche 0.1.0\n");
    }

    @Test
    void aMissingCommandIsAUsageError() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing");
    }

    @Test
    void anUnknownOptionIsAUsageErrorWithASuggestion() {
        assertThat(execute("run", "x.yaml", "--stratgy", "locked")).isEqualTo(2);
        assertThat(err.toString()).contains("--stratgy").contains("--strategy");
    }

    @Test
    void completionIsAScriptForTheShell() {
        assertThat(execute("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F _complete_avalanche").contains("--strategy");
    }

    private int execute(String... args) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine line = Avalanche.commandLine(new Output(nowhere, nowhere, false, 100), new Home(Path.of(".")));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    /** Rewritten by {@code mvn -pl scenarios test -Dtest=HelpTest -Dgolden.write=true}. */
    private String golden(String verb) throws IOException {
        Path file = Path.of("src/test/resources/avalanche/scenarios/cli/help", verb + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            java.nio.file.Files.writeString(file, out.toString());
        }
        try (InputStream golden = HelpTest.class.getResourceAsStream("help/" + verb + ".txt")) {
            assertThat(golden).as("golden help of %s", verb).isNotNull();
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
