package avalanche.chaos.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Disruption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeDisruptionsTest {
    private static final Ability[] ALL = {Ability.KILL, Ability.FREEZE, Ability.THROTTLE};

    private final List<Disruptable> lives = new ArrayList<>();
    private final LifeDisruptions disruptions = new LifeDisruptions(() -> List.copyOf(lives));

    private FakeLife begin(FakeLife life) {
        lives.add(life);
        return life;
    }

    private FakeLife begin(int number) {
        return begin(new FakeLife(number, ALL));
    }

    @Test
    void killsTheOldestThatRuns_anExitCodeOf137ProvesIt() throws IOException {
        begin(1).end(3);
        FakeLife second = begin(2);
        begin(3);
        Disruption kill = disruptions.kill();
        assertThat(second.signals).containsExactly(Signal.KILL);
        assertThat(kill.landed()).isFalse();
        assertThat(kill.observed()).contains("not seen yet");
        kill.observe();
        assertThat(kill.landed()).isTrue();
        assertThat(kill.observed()).isEqualTo("SIGKILL was sent to process 2; life 2 ended at 2026-01-01T00:00:01Z"
                + " with exit code 137");
        kill.undo();
        assertThat(second.signals).hasSize(1);
    }

    @Test
    void anyOtherEndIsNoProofOfAKill() throws IOException {
        FakeLife life = begin(new FakeLife(1, ALL).deaf());
        Disruption kill = disruptions.kill();
        life.end(3);
        kill.observe();
        assertThat(kill.landed()).isFalse();
        assertThat(kill.observed()).contains("with exit code 3");
    }

    @Test
    void freezesAndThaws_theStateProvesBoth() throws IOException {
        FakeLife life = begin(1);
        Disruption freeze = disruptions.freeze();
        assertThat(freeze.landed()).isTrue();
        assertThat(freeze.observed()).isEqualTo("process 1 was in state T (stopped) after SIGSTOP");
        freeze.undo();
        freeze.undo();
        assertThat(life.signals).containsExactly(Signal.STOP, Signal.CONT);
        assertThat(freeze.observed()).endsWith("; in state S (sleeping) after SIGCONT");
    }

    @Test
    void aProcessThatIgnoresSigstopIsNotFrozen() throws IOException {
        begin(new FakeLife(1, ALL).deaf());
        Disruption freeze = disruptions.freeze();
        freeze.observe();
        assertThat(freeze.landed()).isFalse();
        assertThat(freeze.observed()).contains("in state S (sleeping) after SIGSTOP");
    }

    @Test
    void aFrozenProcessThatWasKilledMeanwhileNeedsNoUndoing() throws IOException {
        FakeLife life = begin(1);
        Disruption freeze = disruptions.freeze();
        life.end(137);
        freeze.observe();
        assertThat(freeze.landed()).isTrue();
        freeze.undo();
        assertThat(life.signals).containsExactly(Signal.STOP);
        assertThat(freeze.observed()).endsWith("; it ended before SIGCONT was due");
    }

    @Test
    void throttlesEveryLifeThoseThatBeginMeanwhileToo() throws IOException {
        FakeLife first = begin(1);
        Disruption throttle = disruptions.throttle(0.25);
        assertThat(throttle.landed()).isTrue();
        assertThat(throttle.observed()).isEqualTo("process 1 has 0.25 processors (before: 1 processors)");
        first.end(137);
        FakeLife second = begin(2);
        throttle.observe();
        assertThat(second.cpus()).isEqualTo(0.25);
        throttle.undo();
        assertThat(second.cpus()).isEqualTo(1);
        assertThat(throttle.observed()).endsWith("; then process 2 has 1 processors again");
    }

    @Test
    void aThrottleThatOneLifeDoesNotTakeIsTakenBackFromTheOthers() {
        FakeLife first = begin(1);
        begin(new FakeLife(2, ALL).refusing());
        assertThatThrownBy(() -> disruptions.throttle(0.25)).isInstanceOf(IOException.class);
        assertThat(first.cpus()).isEqualTo(1);
    }

    @Test
    void refusesALimitThatNoPlatformCanEnforce() {
        begin(1);
        assertThatThrownBy(() -> disruptions.throttle(0)).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "cpus is 0.0; allowed: 0.01 or more");
        assertThatThrownBy(() -> disruptions.throttle(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingUndoesWhatNobodyUndid() throws IOException {
        FakeLife life = begin(1);
        Disruption throttle = disruptions.throttle(0.5);
        Disruption freeze = disruptions.freeze();
        disruptions.close();
        disruptions.close();
        assertThat(life.signals).containsExactly(Signal.STOP, Signal.CONT);
        assertThat(life.cpus()).isEqualTo(1);
        assertThat(List.of(throttle.observed(), freeze.observed())).allMatch(words -> words.contains("again") || words
                .contains("after SIGCONT"));
    }

    @Test
    void saysWhatItCannotDo() {
        begin(new FakeLife(1, Ability.KILL));
        assertThat(disruptions.abilities()).containsExactly(Ability.KILL);
        assertThatThrownBy(disruptions::freeze).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining(
                "cannot freeze the service's process");
        assertThatThrownBy(() -> disruptions.throttle(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(disruptions::delete).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> disruptions.apply("")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void saysThatNothingRuns() {
        begin(1).end(137);
        assertThatThrownBy(disruptions::kill).isInstanceOf(IOException.class).hasMessageContaining(
                "no replica of the service runs");
        assertThatThrownBy(disruptions::freeze).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disruptions.throttle(1)).isInstanceOf(IOException.class);
    }
}
