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

    @Test
    void areSharedWithTheInjectorsWhereAHigherLimitTakesMore() {
        assertThat(Processors.among(2, 1).widened(2, 1)).isEqualTo(new Processors("0", "1"));
        assertThat(Processors.among(2, 1).widened(2, 2)).isEqualTo(new Processors("0-1", "1"));
        assertThat(Processors.among(8, 2.5).widened(8, 0.5)).isEqualTo(new Processors("0-2", "3-7"));
        assertThat(Processors.among(8, 2.5).widened(8, 100)).isEqualTo(new Processors("0-7", "3-7"));
        assertThat(Processors.among(1, 1).widened(1, 2)).isEqualTo(new Processors(null, null));
    }
}
