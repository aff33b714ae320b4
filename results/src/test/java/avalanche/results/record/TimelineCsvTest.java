package avalanche.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineCsvTest {
    private static final List<List<String>> ROWS = Arrays.stream(TimelineCsv.write(ExampleRecords.reproduced()).split(
            "\r\n", -1)).filter(line -> !line.isEmpty()).map(line -> List.of(line.split(",", -1))).toList();

    private static String cell(int row, String column) {
        return ROWS.get(row).get(ROWS.getFirst().indexOf(column));
    }

    @Test
    void everyRowHasACellForEveryColumnAndLinesEndAsTheStandardSays() {
        assertThat(ROWS).hasSize(1 + 50 + 50).allSatisfy(row -> assertThat(row).hasSameSizeAs(ROWS.getFirst()));
        assertThat(TimelineCsv.write(ExampleRecords.reproduced())).endsWith("\r\n");
        assertThat(ROWS.getFirst()).doesNotHaveDuplicates().startsWith("run", "second", "phase", "create_planned")
                .endsWith("gc_ms", "replicas", "replicas_silent");
        assertThat(ROWS.getFirst().indexOf("all_planned")).isGreaterThan(ROWS.getFirst().indexOf("writes_planned"))
                .isGreaterThan(ROWS.getFirst().indexOf("update_planned"));
    }

    @Test
    void cellsHoldWhatTheRecordHolds() {
        assertThat(ROWS.get(1)).startsWith("control", "0", "baseline");
        assertThat(cell(1, "writes_ok")).isEqualTo("46");
        assertThat(cell(1, "writes_response_p50_ms")).isEqualTo("2.5");
        assertThat(cell(1 + 50 + 32, "in_flight")).isEqualTo("690");
        assertThat(cell(1 + 50 + 32, "run")).isEqualTo("incident");
    }

    @Test
    void whatWasNotObservedIsEmptyAndNotZero() {
        int dead = 1 + 50 + 34;
        assertThat(cell(dead, "in_flight")).isEmpty();
        assertThat(cell(dead, "create_refused")).isEqualTo("30");
        assertThat(cell(dead, "create_response_p99_ms")).isEmpty();
    }
}
