package avalanche.chaos.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration SHORT_LIFE = Duration.ofSeconds(30);

    @Test
    void doublesFromTenSecondsToFiveMinutesAfterAnImmediateFirstRestart() {
        List<Long> seconds = new ArrayList<>();
        BackOff backOff = BackOff.KUBELET;
        for (int i = 0; i < 9; i++) {
            backOff = backOff.after(SHORT_LIFE);
            seconds.add(backOff.delay().toSeconds());
        }
        assertThat(seconds).containsExactly(0L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void forgetsAfterALongLife() {
        BackOff tired = BackOff.KUBELET.after(SHORT_LIFE).after(SHORT_LIFE).after(SHORT_LIFE);
        assertThat(tired.delay()).isEqualTo(Duration.ofSeconds(20));
        assertThat(tired.after(Duration.ofMinutes(10)).delay()).isZero();
        assertThat(tired.after(Duration.ofMinutes(10)).after(SHORT_LIFE).delay()).isEqualTo(Duration.ofSeconds(10));
    }
}
