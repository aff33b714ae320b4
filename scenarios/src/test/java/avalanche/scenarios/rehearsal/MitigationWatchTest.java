package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Instance;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Life;
import avalanche.scenarios.incident.TimedMitigation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MitigationWatchTest {
    private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instance FIRST = replica("a", 1, -5, -1.0, null);

    private final FakeOperations operations = new FakeOperations();
    private final List<String> notes = new ArrayList<>();
    private Instant now = ZERO;

    private MitigationWatch watch(Mitigation mitigation) {
        operations.replicas = List.of(FIRST);
        return new MitigationWatch(new TimedMitigation("help", "Help", null, null, mitigation, "incident",
                Duration.ZERO), 20,
                operations, ZERO, () -> now, new Notes(notes));
    }

    private void run(MitigationWatch watch, int from, int to) {
        for (int second = from; second < to; second++) {
            now = at(second);
            watch.at(second);
        }
    }

    @Test
    void isOrderedOnceAtItsSecondAndFollowedUntilItIsDone() {
        MitigationWatch watch = watch(new Mitigation.ScaleOut(3));
        run(watch, 0, 20);
        assertThat(operations.orders).isEmpty();
        run(watch, 20, 22);
        operations.replicas = List.of(FIRST, replica("b", 1, 20.5, 25.0, null), replica("c", 1, 20.5, null, null));
        run(watch, 25, 28);
        operations.replicas = List.of(FIRST, replica("b", 1, 20.5, 25.0, null), replica("c", 1, 20.5, 28.5, null));
        run(watch, 28, 40);

        assertThat(operations.orders).containsExactly("scale 3");
        assertThat(notes).containsExactly("second 20: help is ordered: 3 replicas",
                "second 25: replica b is ready, 2 of 3", "second 29: replica c is ready, 3 of 3",
                "second 29: the service is as ordered");
        Intervention seen = watch.evidence(List.of(), List.of(died(19), died(30)));
        assertThat(seen.orderedSecond()).isEqualTo(20);
        assertThat(seen.doneSecond()).isEqualTo(28.5);
        assertThat(seen.refused()).isNull();
        assertThat(seen.deaths()).isEqualTo(1);
        assertThat(seen.lost().fromSecond()).isEqualTo(20);
        assertThat(seen.lost().toSecond()).isEqualTo(29);
        assertThat(seen.replicas()).extracting(Intervention.Replica::readySecond).containsExactly(-1.0, 25.0, 28.5);
    }

    @Test
    void aRollOutIsDoneWhenNoneOfTheOldIsLeft() {
        MitigationWatch watch = watch(new Mitigation.Restart());
        run(watch, 20, 22);
        Instance next = replica("b", 2, 20.5, 25.0, null);
        operations.replicas = List.of(FIRST, next);
        run(watch, 25, 28);
        assertThat(watch.evidence(List.of(), List.of()).doneSecond()).isNull();
        operations.replicas = List.of(replica("a", 1, -5, -1.0, 31.0), next);
        run(watch, 31, 33);
        assertThat(watch.evidence(List.of(), List.of()).doneSecond()).isEqualTo(31.0);
        assertThat(notes).contains("second 31: replica a is gone");
    }

    @Test
    void limitsThatChangeInPlaceAreDoneAtTheOrder() {
        MitigationWatch watch = watch(new Mitigation.MoreMemory(1L << 30));
        run(watch, 20, 22);
        assertThat(watch.evidence(List.of(), List.of()).doneSecond()).isNull();
        run(watch, 22, 25);
        assertThat(watch.evidence(List.of(), List.of()).doneSecond()).isEqualTo(20.0);
        assertThat(operations.orders).containsExactly("limit 1073741824 null");
    }

    @Test
    void whatThePlatformDoesNotTakeIsNotOrderedAgain() {
        MitigationWatch watch = watch(new Mitigation.ScaleOut(3));
        operations.refusal = new IOException("quota exceeded");
        run(watch, 20, 23);
        operations.refusal = null;
        run(watch, 23, 30);
        assertThat(operations.orders).isEmpty();
        assertThat(notes).containsExactly(
                "second 20: help was ordered, and the platform does not take it: quota exceeded");
        Intervention seen = watch.evidence(List.of(), List.of());
        assertThat(seen.refused()).isEqualTo("quota exceeded");
        assertThat(seen.isTaken()).isFalse();
    }

    @Test
    void aRunThatEndsBeforeItsSecondSaysSo() {
        MitigationWatch watch = watch(new Mitigation.ScaleOut(3));
        run(watch, 0, 10);
        assertThat(watch.evidence(List.of(), List.of()).refused()).isEqualTo("the run ended before it was ordered");
    }

    private static Life died(double second) {
        return new Life(1, -5, -1.0, second, Ending.KERNEL_OOM_KILL, 137, 0, List.of());
    }

    private static Instance replica(String name, int revision, double created, @Nullable Double ready,
            @Nullable Double gone) {
        return new Instance(name, revision, at(created), ready == null ? null : at(ready), gone == null ? null : at(
                gone));
    }

    private static Instant at(double second) {
        return ZERO.plusMillis(Math.round(second * 1000));
    }
}
