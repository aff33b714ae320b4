package avalanche.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import avalanche.results.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static String committed() throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordJsonTest.class.getResourceAsStream("example-record.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRecordSurvivesTheRoundTrip() {
        for (RunRecord example : new RunRecord[]{ExampleRecords.reproduced(), ExampleRecords.withoutControl(),
            ExampleRecords.answered(Verdict.INVALID, "a reason")}) {
            assertThat(RecordJson.read(RecordJson.write(example), "memory")).isEqualTo(example);
        }
    }

    @Test
    void theCommittedRecordIsReadAndWrittenByteForByte() throws IOException {
        RunRecord read = RecordJson.read(committed(), "example-record.json");
        assertThat(read).isEqualTo(ExampleRecords.reproduced());
        assertThat(RecordJson.write(read)).isEqualTo(committed());
    }

    @Test
    void fieldsComeInOrderInstantsInIsoAndAbsentValuesAsNull() {
        String json = RecordJson.write(ExampleRecords.reproduced());
        assertThat(json).startsWith("{\n  \"schema\" : 1,\n  \"id\" : \"20260301T100000Z-slow-callback-7f3a\",\n")
                .contains("\"startedAt\" : \"2026-03-01T10:00:00Z\"", "\"vitals\" : null").doesNotContain("\"empty\"");
    }

    @Test
    void otherSchemasUnknownAndMissingFieldsAreRefused() {
        String json = RecordJson.write(ExampleRecords.reproduced());
        refused(json.replaceFirst("\"schema\" : 1", "\"schema\" : 2"), "schema of file is 2; allowed: 1");
        refused(json.replaceFirst("\"schema\" : 1,", ""), "schema of file is absent");
        refused(json.replaceFirst("\"seed\" : 42,", ""), "seed");
        refused(json.replaceFirst("\"seed\"", "\"sown\" : 1, \"seed\""), "sown");
        refused(json.substring(0, 100), "file is not a record");
    }

    @Test
    void aRunThatDoesNotSayHowItWalkedWalkedNaturally() {
        String json = RecordJson.write(ExampleRecords.reproduced());
        String old = json.replace("    \"traversal\" : \"natural\",\n", "");
        assertThat(old).isNotEqualTo(json);
        assertThat(RecordJson.read(old, "file")).isEqualTo(ExampleRecords.reproduced());
    }

    @Test
    void aRunThatDoesNotSayWhatWasNotSeenKeptNothingOfIt() {
        String json = RecordJson.write(ExampleRecords.reproduced());
        String old = json.replace("    },\n    \"unseen\" : [ ]\n", "    }\n");
        assertThat(old).isNotEqualTo(json);
        assertThat(RecordJson.read(old, "file")).isEqualTo(ExampleRecords.reproduced());
    }

    private static void refused(String json, String why) {
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> RecordJson.read(json, "file"))
                .withMessageContaining(why);
    }
}
