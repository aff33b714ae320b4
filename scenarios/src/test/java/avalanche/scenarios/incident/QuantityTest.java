package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.results.verdict.Bound;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"7 ns,7", "500 us,500000", "500us,500000", "120 ms,120000000", "0.5 s,500000000", "2 min,120000000000",
        "1 h,3600000000000", "0 s,0", "1.5 ns,2"})
    void durations(String text, long nanos) throws Exception {
        assertThat(Quantity.duration(text)).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 S", "5 sec", "-5 s", "5 s s", "s", "1e3 s", "5,5 s", "999999999999 h", "5 µs"})
    void otherTextIsNoDuration(String text) {
        assertThatThrownBy(() -> Quantity.duration(text)).isInstanceOf(Unfit.class).hasMessageContaining("'" + text
                + "'");
    }

    @ParameterizedTest
    @CsvSource({"2 B,2", "2 KiB,2048", "192 MiB,201326592", "1 GiB,1073741824", "1.5 KiB,1536"})
    void sizes(String text, long bytes) throws Exception {
        assertThat(Quantity.size(text, 0, Long.MAX_VALUE)).isEqualTo(bytes);
        assertThatThrownBy(() -> Quantity.size(text, bytes + 1, Long.MAX_VALUE)).isInstanceOf(Unfit.class);
        assertThatThrownBy(() -> Quantity.size(text, 0, bytes - 1)).isInstanceOf(Unfit.class);
    }

    @ParameterizedTest
    @CsvSource({"200/s,200,200", "0.5 / s,0.5,0.5", "50/s -> 340/s,50,340", "340/s->0/s,340,0"})
    void rates(String text, double from, double to) throws Exception {
        assertThat(Quantity.rate(text)).isEqualTo(new Rate(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "200/min", "/s", "-1/s", "50 -> 340/s", "50/s ->", "1000001/s", "1/s -> 2/s -> 3/s"})
    void otherTextIsNoRate(String text) {
        assertThatThrownBy(() -> Quantity.rate(text)).isInstanceOf(Unfit.class);
    }

    @Test
    void bounds() throws Exception {
        assertThat(time("> 120 ms")).isEqualTo(new Bound(120.0, null, null, null));
        assertThat(time(">=5 s")).isEqualTo(new Bound(null, 5000.0, null, null));
        assertThat(time("< 500 us")).isEqualTo(new Bound(null, null, 0.5, null));
        assertThat(time("<= 1 min")).isEqualTo(new Bound(null, null, null, 60000.0));
        assertThat(time("8 ms .. 15 ms")).isEqualTo(new Bound(null, 8.0, null, 15.0));
        assertThat(time("8ms..15ms")).isEqualTo(new Bound(null, 8.0, null, 15.0));
        assertThat(Bounds.read("> 95.5 %", Metric.CPU, Statistic.MEAN)).isEqualTo(new Bound(95.5, null, null, null));
        assertThat(Bounds.read(">= 9", Metric.CPU, Statistic.GROWTH)).isEqualTo(new Bound(null, 9.0, null, null));
        assertThat(Bounds.read("0.5 .. 2", Metric.ENTRIES, Statistic.MAX)).isEqualTo(new Bound(null, 0.5, null, 2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"120 ms", "= 120 ms", "> 120", "> 120 %", "> ms", "8 .. 15 ms", "15 ms .. 8 ms", ">> 1 ms",
        "> 1 ms .. 2 ms"})
    void otherTextIsNoBound(String text) {
        assertThatThrownBy(() -> time(text)).isInstanceOf(Unfit.class);
    }

    @Test
    void spellings() {
        List<String> known = List.of("locked", "dual-map", "segmented");
        assertThat(Spelling.nearest("lockd", known)).isEqualTo("locked");
        assertThat(Spelling.nearest("dual_map", known)).isEqualTo("dual-map");
        assertThat(Spelling.nearest("seg", known)).isEqualTo("segmented");
        assertThat(Spelling.nearest("chm", known)).isNull();
        assertThat(Spelling.nearest("l".repeat(1000), known)).isNull();
    }

    @Test
    void wordsAreWhatTheReaderReads() throws Exception {
        for (String text : List.of("12 us", "120 ms", "5 s", "2 min", "1.5 s")) {
            assertThat(Words.of(Quantity.duration(text))).isEqualTo(text);
        }
        assertThat(Words.size(201_326_592)).isEqualTo("192 MiB");
        assertThat(Words.number(102.8174)).isEqualTo("102.8");
        assertThat(Words.number(4200)).isEqualTo("4200");
    }

    private static Bound time(String text) throws Unfit {
        return Bounds.read(text, Metric.RESPONSE_TIME, Statistic.P99);
    }
}
