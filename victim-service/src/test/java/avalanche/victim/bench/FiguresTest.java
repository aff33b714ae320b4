package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0.50 ns", "999, 999 ns", "999.7, 1.00 µs", "12345, 12.3 µs", "9.99e6, 9.99 ms",
        "9.999e6, 10.0 ms",
        "4.5e9, 4.50 s", "4e12, 4 000 s"})
    void timesHaveThreeDigitsAndAUnit(double nanos, String expected) {
        assertThat(Figures.time(nanos)).isEqualTo(expected);
    }

    @Test
    void otherFiguresDoToo() {
        assertThat(Figures.bytes(48_000_000)).isEqualTo("48.0 MB");
        assertThat(Figures.rate(812.4)).isEqualTo("812");
        assertThat(Figures.ratio(0.824)).isEqualTo("0.82 ×");
        assertThat(Figures.ratio(Double.NaN)).isEmpty();
        assertThat(Figures.count(1_000_000)).isEqualTo("1 000 000");
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInIt() {
        assertThat(Medians.of(List.of(9, 1, 2))).isEqualTo(2);
        assertThat(Medians.of(List.of(9L, 1L, 2L, 4L))).isEqualTo(3);
        assertThatThrownBy(() -> Medians.of(List.<Long>of())).hasMessage("a median of nothing");
    }

    @Test
    void aListOfProcessorsIsReadAsTheKernelWritesIt() {
        assertThat(Affinity.parsed("0-2,5")).containsExactly(0, 1, 2, 5);
        assertThat(Affinity.parsed("7")).containsExactly(7);
    }
}
