package avalanche.chaos.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorsTest {
    @Test
    void leaveOneToTheInjectors() {
        assertThat(Processors.among(2, 1)).isEqualTo(new Processors("0", "1"));
        assertThat(Processors.among(2, 4)).isEqualTo(new Processors("0", "1"));
        assertThat(Processors.among(8, 2.5)).isEqualTo(new Processors("0-2", "3-7"));
    }

    @Test
    void areSharedWhereThereIsOneOnly() {
        assertThat(Processors.among(1, 1)).isEqualTo(new Processors(null, null));
    }
}
