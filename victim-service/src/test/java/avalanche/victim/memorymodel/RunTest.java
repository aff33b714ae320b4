package avalanche.victim.memorymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RunTest {
    @Test
    void isNamedInLowerCase() {
        assertThat(Run.named("smoke")).isEqualTo(Run.SMOKE);
    }

    @Test
    void anUnknownOneIsToldWithThoseThatAreKnown() {
        assertThatThrownBy(() -> Run.named("quick")).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "unknown mode 'quick' at memory-model; known: smoke, short, long");
    }
}
