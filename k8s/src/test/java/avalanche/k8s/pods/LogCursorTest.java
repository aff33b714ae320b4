package avalanche.k8s.pods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogCursorTest {
    private final LogCursor cursor = new LogCursor();

    private @Nullable String accept(String raw) {
        LogCursor.Line line = cursor.accept(raw);
        return line == null ? null : line.text();
    }

    @Test
    void aLineLosesItsTimestamp() {
        assertThat(cursor.accept("2026-01-01T00:00:01.123456789Z {\"a\": 1}")).isEqualTo(new LogCursor.Line(Instant
                .parse(
                        "2026-01-01T00:00:01.123456789Z"), "{\"a\": 1}"));
        assertThat(accept("2026-01-01T00:00:02.5+01:00 x")).isEqualTo("x");
        assertThat(accept("2026-01-01T00:00:02.6Z ")).isEmpty();
    }

    @Test
    void aKubeletsRemarkIsNoLineOfTheLog() {
        assertThat(cursor.accept("unable to retrieve container logs for docker://abc")).isNull();
        assertThat(cursor.since()).isNull();
    }

    @Test
    void afterAReconnectionWhatWasReadIsRecognised() {
        accept("2026-01-01T00:00:05.100Z one");
        accept("2026-01-01T00:00:05.200Z same");
        accept("2026-01-01T00:00:05.200Z same");
        cursor.reconnected();
        assertThat(cursor.since()).isEqualTo(Instant.parse("2026-01-01T00:00:02.200Z"));
        assertThat(accept("2026-01-01T00:00:05.100Z one")).isNull();
        assertThat(accept("2026-01-01T00:00:05.200Z same")).isNull();
        assertThat(accept("2026-01-01T00:00:05.200Z same")).isNull();
        assertThat(accept("2026-01-01T00:00:05.200Z same")).isEqualTo("same");
        assertThat(accept("2026-01-01T00:00:05.300Z two")).isEqualTo("two");
    }

    @Test
    void aLineThatAKubeletCutIntoRecordsIsWholeAgain() {
        String first = "{\"x\": \"" + "A".repeat(16384 - 7);
        assertThat(accept("2026-01-01T00:00:01.000000001Z " + first + "2026-01-01T00:00:01.000000002Z BBB\"}"))
                .isEqualTo(
                        first + "BBB\"}");
    }

    /** Any cutting of the connection gives every line once, also where two streams are a little out of order. */
    @Test
    void noCutLosesOrDoublesALine() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> log = new ArrayList<>();
            Instant at = Instant.parse("2026-01-01T00:00:00Z");
            for (int i = 0; i < 300; i++) {
                at = at.plusMillis(random.nextInt(4) == 0 ? random.nextInt(3000) : 0);
                Instant stamp = at.minusMillis(random.nextInt(10));
                log.add(stamp + " line " + random.nextInt(3));
            }
            assertThat(readWithCuts(log, random)).as("seed %d", seed).isEqualTo(log.stream().map(raw -> raw.substring(
                    raw
                            .indexOf(' ') + 1)).toList());
        }
    }

    private static List<String> readWithCuts(List<String> log, Random random) {
        LogCursor cursor = new LogCursor();
        List<String> read = new ArrayList<>();
        for (int connection = 0; connection < 8; connection++) {
            Instant since = cursor.since();
            List<String> served = log.stream().filter(raw -> since == null || !instant(raw).isBefore(Instant
                    .ofEpochSecond(
                            since.getEpochSecond()))).toList();
            cursor.reconnected();
            int until = connection == 7 ? served.size() : Math.min(served.size(), random.nextInt(120));
            for (String raw : served.subList(0, until)) {
                LogCursor.Line line = cursor.accept(raw);
                if (line != null) {
                    read.add(line.text());
                }
            }
        }
        return read;
    }

    private static Instant instant(String raw) {
        return Instant.parse(raw.substring(0, raw.indexOf(' ')));
    }
}
