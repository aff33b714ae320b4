package avalanche.chaos.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerTest {
    private static final long MEBIBYTE = 1 << 20;

    private static Container of(long memory, long heap) {
        return new Container(memory * MEBIBYTE, 1, heap * MEBIBYTE, null);
    }

    @Test
    void whereTheKernelDecidesTheHeapStaysAsManyTimesTheMemory() {
        assertThat(Container.around(192 * MEBIBYTE).limited(512 * MEBIBYTE, null)).isEqualTo(of(512, 1024));
        assertThat(of(512, 1024).limited(352 * MEBIBYTE, null)).isEqualTo(of(352, 704));
    }

    @Test
    void whereTheJvmDecidesWhatLiesBesideTheHeapStays() {
        assertThat(of(384, 128).limited(1024 * MEBIBYTE, null)).isEqualTo(of(1024, 768));
        assertThat(of(384, 128).limited(128 * MEBIBYTE, null)).isEqualTo(of(128, 16));
    }

    @Test
    void whatIsNotNamedStays() {
        assertThat(of(384, 128).limited(null, 0.5)).isEqualTo(new Container(384 * MEBIBYTE, 0.5, 128 * MEBIBYTE, null));
        assertThat(new Container(100_000_000, 1, 200_000_001, null).limited(null, null)).isEqualTo(new Container(
                100_000_000, 1, 200_000_001, null));
        assertThatThrownBy(() -> of(384, 128).limited(null, 0.0)).hasMessageContaining("cpus is 0.0; allowed: 0.1");
    }
}
