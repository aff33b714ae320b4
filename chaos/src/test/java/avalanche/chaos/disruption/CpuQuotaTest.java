package avalanche.chaos.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuQuotaTest {
    @Test
    void readsBothVersionsOfCgroups() {
        assertThat(CpuQuota.parse("25000 100000\n")).isEqualTo(0.25);
        assertThat(CpuQuota.parse("150000\n100000\n")).isEqualTo(1.5);
        assertThat(CpuQuota.parse("max 100000")).isInfinite();
        assertThat(CpuQuota.parse("-1\n100000")).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100000", "a b", "0 100000", "100000 0"})
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> CpuQuota.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysItInWords() {
        assertThat(CpuQuota.words(0.25)).isEqualTo("0.25 processors");
        assertThat(CpuQuota.words(2)).isEqualTo("2 processors");
        assertThat(CpuQuota.words(10)).isEqualTo("10 processors");
        assertThat(CpuQuota.words(Double.POSITIVE_INFINITY)).isEqualTo("no limit of processors");
    }

    @Test
    void allowsForRounding() {
        assertThat(CpuQuota.isSame(0.25, 0.25)).isTrue();
        assertThat(CpuQuota.isSame(0.333, 1 / 3.0)).isTrue();
        assertThat(CpuQuota.isSame(0.25, 0.5)).isFalse();
        assertThat(CpuQuota.isSame(Double.POSITIVE_INFINITY, 1)).isFalse();
        assertThat(CpuQuota.isSame(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isTrue();
    }
}
