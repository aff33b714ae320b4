package avalanche.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import avalanche.results.verdict.Histograms.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntervalLogTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:10.250Z");

    @TempDir
    private Path folder = Path.of("unset");

    private static Histogram millis(long count, double value) {
        Histogram histogram = new Histogram(1000, 60_000_000_000L, 3);
        histogram.recordValueWithCount(Math.round(value * 1e6), count);
        return histogram;
    }

    private static Interval.OfKind kind(long count, double millis) {
        return new Interval.OfKind(Counts.NONE, millis(count, millis), millis(count, millis / 2));
    }

    @BeforeEach
    void write() {
        try (IntervalLogWriter writer = new IntervalLogWriter(folder, START)) {
            for (int second = 0; second < 20; second++) {
                if (second != 7) {
                    writer.accept(new Interval(second, Map.of("create", kind(3, 10 + second), "delete", kind(1, 100),
                            "read", kind(6, 1), "export", kind(0, 1)), millis(10, 0.5)));
                }
            }
        }
    }

    @Test
    void anyReaderOfTheFormatFindsTagsTimesAndValues() throws IOException {
        try (HistogramLogReader reader = new HistogramLogReader(folder.resolve("response.hlog").toFile())) {
            Histogram first = (Histogram) reader.nextIntervalHistogram();
            assertThat(first.getTag()).isEqualTo("create");
            assertThat(reader.getStartTimeSec()).isEqualTo(START.toEpochMilli() / 1000.0);
            assertThat(first.getStartTimeStamp()).isEqualTo(START.toEpochMilli());
            assertThat(first.getEndTimeStamp()).isEqualTo(START.toEpochMilli() + 1000);
            assertThat(first.getTotalCount()).isEqualTo(3);
            assertThat(first.getMaxValue()).isCloseTo(10_000_000, within(10_000L));
        }
        List<String> lines = Files.readAllLines(folder.resolve("response.hlog"));
        assertThat(lines).filteredOn(line -> line.startsWith("Tag=export")).isEmpty();
        // the column of largest values is in milliseconds
        assertThat(lines).filteredOn(line -> line.startsWith("Tag=create,0.000,1.000,")).singleElement().asString()
                .contains(",1.000,10.0");
    }

    @Test
    void windowsIncludeTheirFirstSecondAndNotTheirLast() {
        IntervalLog log = new IntervalLog(folder);
        assertThat(log.merged(Times.RESPONSE, "create", 5, 6).getMaxValue()).isCloseTo(15_000_000, within(20_000L));
        assertThat(log.merged(Times.RESPONSE, "create", 5, 10).getTotalCount()).isEqualTo(4 * 3);
        assertThat(log.merged(Times.RESPONSE, "create", 7, 8).getTotalCount()).isZero();
        assertThat(log.merged(Times.RESPONSE, "create", 0, 100).getTotalCount()).isEqualTo(19 * 3);
    }

    @Test
    void groupsAreMergedSecondBySecond() {
        List<Long> seconds = new ArrayList<>();
        new IntervalLog(folder).forEachSecond(Times.SERVICE, "writes", 5, 9, histogram -> {
            seconds.add(histogram.getStartTimeStamp());
            assertThat(histogram.getTotalCount()).isEqualTo(4);
            assertThat(histogram.getMaxValue()).isCloseTo(50_000_000, within(50_000L));
        });
        assertThat(seconds).containsExactly(5L, 6L, 8L);
        assertThat(new IntervalLog(folder).merged(Times.SERVICE, "all", 0, 20).getTotalCount()).isEqualTo(19 * 10);
        assertThat(new IntervalLog(folder).lateness().getTotalCount()).isEqualTo(19 * 10);
    }

    @Test
    void anAbsentOrDamagedLogIsNamed() throws IOException {
        IntervalLog absent = new IntervalLog(folder.resolve("nowhere"));
        assertThatExceptionOfType(RecordException.class).isThrownBy(absent::lateness).withMessageContaining(
                "lateness.hlog");
        Path file = folder.resolve("lateness.hlog");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 12));
        assertThatExceptionOfType(RecordException.class).isThrownBy(new IntervalLog(folder)::lateness)
                .withMessageContaining("cut off");
    }
}
