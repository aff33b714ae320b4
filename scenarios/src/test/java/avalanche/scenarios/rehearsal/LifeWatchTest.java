package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Blackout;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Unseen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeWatchTest {
    private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> notes = new ArrayList<>();
    private final LifeWatch watch = new LifeWatch(ZERO, new Notes(notes));

    @Test
    void tellsOfEachDeathAndEachReturnOnce() {
        LifeReport first = life(1, -5, -1.0, 42.0);
        watch.look(List.of(life(1, -5, -1.0, null)));
        watch.look(List.of(first, life(2, 43, null, null)));
        watch.look(List.of(first, life(2, 43, 51.0, null)));
        watch.look(List.of(first, life(2, 43, 51.0, null)));
        assertThat(notes).hasSize(2);
        assertThat(notes.getFirst()).isEqualTo("the service died at second 42: heap exhausted (exit code 3)");
        assertThat(notes.getLast()).isEqualTo("the service is back at second 51, life 2, after a back-off of 10 s");
    }

    @Test
    void isAwayFromItsDeathUntilAFurtherLifeAnswers() {
        LifeReport first = life(1, -5, -1.0, 42.0);
        assertThat(LifeWatch.isAway(List.of())).isFalse();
        assertThat(LifeWatch.isAway(List.of(life(1, -5, null, null)))).isFalse();
        assertThat(LifeWatch.isAway(List.of(first))).isTrue();
        assertThat(LifeWatch.isAway(List.of(first, life(2, 43, null, null)))).isTrue();
        assertThat(LifeWatch.isAway(List.of(first, life(2, 43, null, 44.0)))).isTrue();
        assertThat(LifeWatch.isAway(List.of(first, life(2, 43, 51.0, null)))).isFalse();
        LifeReport stopped = new LifeReport(1, at(-5), at(-1), at(60), Ending.STOPPED, 143, Duration.ZERO, List.of());
        assertThat(LifeWatch.isAway(List.of(stopped))).isFalse();
    }

    @Test
    void putsLivesOnTheRunsClock() {
        List<Life> lives = watch.evidence(List.of(life(1, -5, -1.0, 42.0), life(2, 43, null, null)));
        assertThat(lives.getFirst().startedSecond()).isEqualTo(-5);
        assertThat(lives.getFirst().readySecond()).isEqualTo(-1);
        assertThat(lives.getFirst().endedSecond()).isEqualTo(42);
        assertThat(lives.getLast().readySecond()).isNull();
        assertThat(lives.getLast().ending()).isEqualTo(Ending.ALIVE);
    }

    @Test
    void putsWhatWasNotSeenOnTheRunsClock() {
        assertThat(watch.unseen(List.of(new Blackout(at(-1.5), at(8.5), "the line was cut")))).containsExactly(
                new Unseen(-1.5, 8.5, "the line was cut"));
    }

    private static LifeReport life(int number, double started, @Nullable Double ready, @Nullable Double ended) {
        return new LifeReport(number, at(started), ready == null ? null : at(ready), ended == null ? null : at(ended),
                ended == null ? Ending.ALIVE : Ending.HEAP_EXHAUSTED, ended == null ? null : 3, Duration.ofSeconds(10
                        * (number - 1L)), ended == null ? List.of() : List.of("exit code 3"));
    }

    private static Instant at(double second) {
        return ZERO.plusMillis(Math.round(second * 1000));
    }
}
