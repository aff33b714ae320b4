package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LastOutcomeTest {
    private final LastOutcome outcomes = new LastOutcome();

    @Test
    void anOutcomeIsItsUsersWhicheverThreadToldIt() throws InterruptedException {
        Thread elsewhere = Thread.ofPlatform().start(() -> outcomes.put("2", RequestOutcome.Unanswered.TIMED_OUT));
        outcomes.put("1", new RequestOutcome.Answered(200));
        elsewhere.join();

        assertThat(outcomes.take("2")).isEqualTo(RequestOutcome.Unanswered.TIMED_OUT);
        assertThat(outcomes.take("1")).isEqualTo(new RequestOutcome.Answered(200));
    }

    @Test
    void anOutcomeIsTakenOnce() {
        outcomes.put("1", new RequestOutcome.Answered(200));
        outcomes.take("1");

        assertThatThrownBy(() -> outcomes.take("1")).isInstanceOf(IllegalStateException.class).hasMessageContaining(
                "user 1");
    }
}
