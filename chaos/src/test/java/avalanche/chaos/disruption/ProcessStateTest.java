package avalanche.chaos.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStateTest {
    @Test
    void isTheLetterAfterTheName() {
        assertThat(ProcessState.ofStat("4711 (java) T 1 4711 1").isStopped()).isTrue();
        assertThat(ProcessState.ofStat("4711 (java) S 1").words()).isEqualTo("S (sleeping)");
        assertThat(ProcessState.ofStat("4711 (a) T (b) R 1\n").words()).isEqualTo("R (running)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "4711 (java)", "4711 (java) "})
    void refusesWhatIsNoSuchLine(String line) {
        assertThatThrownBy(() -> ProcessState.ofStat(line)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no line of /proc/PID/stat");
    }

    @Test
    void knowsWhatIsGone() {
        assertThat(ProcessState.GONE.isGone()).isTrue();
        assertThat(new ProcessState('Z').isGone()).isTrue();
        assertThat(new ProcessState('T').isGone()).isFalse();
        assertThat(new ProcessState('t').isStopped()).isFalse();
        assertThatThrownBy(() -> new ProcessState(' ')).hasMessage("letter is ' '; allowed: a letter, or - for none");
    }
}
