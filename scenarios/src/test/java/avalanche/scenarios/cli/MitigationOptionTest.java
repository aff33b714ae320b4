package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code --mitigation} takes the names of the file. */
class MitigationOptionTest {
    private static final String FILE = Path.of("incidents", "range-cascade.yaml").toString();

    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownNameIsAUsageErrorWithTheKnownOnes() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine line = Avalanche.commandLine(new Output(nowhere, nowhere, false, 100), new Home(Path.of(".")));
        line.setErr(new PrintWriter(err, true));
        assertThat(line.execute("run", FILE, "--mitigation", "more-replica")).isEqualTo(2);
        assertThat(err.toString()).contains("--mitigation: unknown mitigation 'more-replica'; known: more-replicas, "
                + "paged-walks, to-segments, more-memory, more-cpu, restart; did you mean 'more-replicas'?");
    }
}
