package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinningTest {
    @Test
    void givesTheServiceTheFirstProcessorsAndTheInjectorsTheOthers() {
        Pinning pinning = Pinning.among(List.of(2, 3, 6), 2);
        assertThat(pinning.victimPrefix()).containsExactly("taskset", "-c", "2,3");
        assertThat(pinning.injectorPrefix()).containsExactly("taskset", "-c", "6");
        assertThat(pinning.words()).contains("2,3").contains("6");
    }

    @Test
    void leavesTheInjectorsOneProcessor() {
        assertThat(Pinning.among(List.of(0, 1), 8).victim()).containsExactly(0);
        assertThat(Pinning.among(List.of(0, 1), 8).injectors()).containsExactly(1);
    }

    @Test
    void saysThatItDoesNotPinOneProcessor() {
        Pinning pinning = Pinning.among(List.of(0), 1);
        assertThat(pinning.victimPrefix()).isEmpty();
        assertThat(pinning.injectorPrefix()).isEmpty();
        assertThat(pinning.words()).contains("not pinned").contains("one processor");
    }

    @Test
    void readsTheKernelsListFormat() {
        assertThat(Pinning.parse("0-2,5,8-9")).containsExactly(0, 1, 2, 5, 8, 9);
        assertThat(Pinning.parse("7")).containsExactly(7);
    }
}
