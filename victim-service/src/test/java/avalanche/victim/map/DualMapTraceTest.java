package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The dual table against traces of Go's own map: those among the resources, or those of the file that the system property
 * {@code traces} names by an absolute path.
 */
class DualMapTraceTest {
    private static final String PROPERTY = "traces";

    @TempDir
    private Path directory;

    @Test
    void everyOperationAgreesWithGo() {
        String file = System.getProperty(PROPERTY);
        DualMapTrace trace = file == null ? DualMapTrace.ofGo() : DualMapTrace.of(Path.of(file));
        int replayed = DualMapReplay.replay(trace);
        System.out.println("replayed " + replayed + " operations in " + trace.sequences().size() + " sequences of "
                + trace.name());
        assertThat(replayed).isEqualTo(trace.size()).isPositive();
        if (file == null) {
            assertThat(replayed).isEqualTo(48_000);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    "ok":false,"v":null    | "ok":true,"v":1        | sequence 0 (uniform), op 0, LoadAndDelete k=10, line 2: the result is
                    "dirty":["2=606"]      | "dirty":["2=607"]      | sequence 0 (uniform), op 5, Store k=2 val=606, line 7: the state is
                    "read":["2=606"]       | "read":["2=nil"]       | sequence 0 (uniform), op 6, Load k=5, line 8: the state is
                    {"lock":1,"pm":1}      | {"lock":1}             | sequence 0 (uniform), op 6, Load k=5, line 8: the work inside is
                    "pairs":[[2,606],      | "pairs":[              | sequence 0 (uniform), op 9, Range, line 11: the result is
                    "mi":1                 | "mi":2                 | sequence 0 (uniform), op 14, Load k=11, line 16: the state is
                    "op":"LoadOrStore"     | "op":"Store"           | sequence 0 (uniform), op 13, Store k=0 val=835, line 15: the result is
                    """)
    void aTamperedTraceFailsWithSequenceAndOperation(String go, String tampered, String place) throws IOException {
        List<String> lines = firstSequence();
        int line = 0;
        while (!lines.get(line).contains(go)) {
            line++;
        }
        lines.set(line, lines.get(line).replace(go, tampered));
        DualMapTrace trace = DualMapTrace.of(file(String.join("\n", lines)));
        assertThatThrownBy(() -> DualMapReplay.replay(trace)).isInstanceOf(AssertionError.class)
                .hasMessageContaining(place);
    }

    @Test
    void aPlainFileIsReplayedToo() throws IOException {
        DualMapTrace trace = DualMapTrace.of(file(String.join("\n", firstSequence())));
        assertThat(DualMapReplay.replay(trace)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                             | have no operation; allowed: at least one
            {"t":"seq","id":0,"mix":"m","n":0}             | have no operation; allowed: at least one
            {"t":"seq","id":0,"mix":"m","n":2}             | sequence 0: n is 2, but 0 operations follow
            {"t":"op","i":0,"op":"Range"}                  | line 1: an op before the first seq
            {"t":"seq","id":0,"mix":"m"}                   | line 1: n is null; allowed: an integer
            {"t":"seq","id":0,"mix":"m","n":1} {}          | line 1:
            {"t":"sequence"}                               | line 1: t is 'sequence'; allowed: seq, op
            no JSON                                        | line 1:
            null                                           | line 1: null; allowed: an object
            [1]                                            | line 1:
            """)
    void aMalformedFileIsRefusedWithItsPlace(String content, String problem) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> DualMapTrace.of(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"t":"op","i":1,"op":"Range"}                  | line 2: i is 1; allowed here: 0
            {"t":"op","i":0,"op":"Range","x":1}            | line 2: fields
            {"t":"op","i":0}                               | line 2: op is null; allowed: a string
            """)
    void aMalformedOperationIsRefusedWithItsPlace(String operation, String problem) throws IOException {
        Path file = file("{\"t\":\"seq\",\"id\":0,\"mix\":\"m\",\"n\":1}\n" + operation);
        assertThatThrownBy(() -> DualMapTrace.of(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void anUnknownOperationFailsWithThoseThatAreKnown() throws IOException {
        DualMapTrace trace = DualMapTrace.of(file("""
                {"t":"seq","id":7,"mix":"m","n":1}
                {"t":"op","i":0,"op":"Clear"}
                """));
        assertThatThrownBy(() -> DualMapReplay.replay(trace)).hasMessageContaining(
                "sequence 7 (m), op 0, Clear, line 2: unknown operation 'Clear'; allowed: Load,");
    }

    @Test
    void anAbsentATruncatedAndARelativeFileAreRefused() throws IOException {
        Path absent = directory.resolve("absent.jsonl");
        assertThatThrownBy(() -> DualMapTrace.of(absent)).hasMessageContaining("cannot read the traces " + absent);
        Path truncated = directory.resolve("truncated.jsonl.gz");
        try (var resource = DualMapTrace.resource()) {
            Files.write(truncated, resource.readNBytes(10_000));
        }
        assertThatThrownBy(() -> DualMapTrace.of(truncated)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(truncated.toString());
        assertThatThrownBy(() -> DualMapTrace.of(Path.of("traces.jsonl"))).hasMessage(
                "traces is 'traces.jsonl'; allowed: an absolute path");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("traces.jsonl"), content);
    }

    private static List<String> firstSequence() throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader all = new BufferedReader(new InputStreamReader(new GZIPInputStream(DualMapTrace
                .resource()), StandardCharsets.UTF_8))) {
            while (lines.size() <= 200) {
                lines.add(all.readLine());
            }
        }
        return lines;
    }
}
