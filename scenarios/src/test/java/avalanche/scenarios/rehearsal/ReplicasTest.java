package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Vitals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    private static final Fault.SlowCallback HEALTHY = callback(12);
    private static final Fault.SlowCallback SLOW = callback(120);

    private final FakeTarget target = new FakeTarget();
    private final List<String> notes = new ArrayList<>();
    private final Replicas replicas = new Replicas(target, new CallbackSchedule(HEALTHY, List.of(
            new CallbackSchedule.Stretch("slow", SLOW, 10, Integer.MAX_VALUE))), new Notes(notes));

    @AfterEach
    void close() {
        replicas.close();
    }

    private Vitals last(int from, int to) {
        Vitals vitals = null;
        for (int second = from; second < to; second++) {
            vitals = replicas.at(second, 1);
        }
        assertThat(vitals).isNotNull();
        return Objects.requireNonNull(vitals);
    }

    @Test
    void aReplicaThatComesLaterGetsTheFaultBeforeItIsReady() throws IOException {
        replicas.prepare();
        assertThat(last(0, 15).replicas()).isEqualTo(1);
        FakeService second = target.put("b", 7, false);
        Vitals starting = last(15, 16);
        assertThat(second.puts).containsExactly("120");
        assertThat(starting.inFlight()).isEqualTo(5);
        assertThat(starting.replicas()).isEqualTo(1);
        assertThat(starting.silent()).isZero();

        target.put("b", 7, true);
        second.entries = 9;
        Vitals both = last(16, 18);
        assertThat(both.inFlight()).isEqualTo(12);
        assertThat(both.entries()).isEqualTo(800);
        assertThat(both.replicas()).isEqualTo(2);
        assertThat(notes).contains("second 10: slow is in place", "second 15: slow is in place on b");
        List<Receipt> slow = slow();
        assertThat(slow).extracting(Receipt::landed).containsExactly(true, true);
        assertThat(slow).extracting(Receipt::fromSecond).containsExactly(10.0, 15.0);
        assertThat(slow.getFirst().observed()).contains("a: median 120.0").doesNotContain("b: ");
        assertThat(slow.getLast().observed()).contains("b: median 120.0");
    }

    private List<Receipt> slow() {
        return replicas.receipts().stream().filter(receipt -> receipt.subject().equals("slow")).toList();
    }

    @Test
    void oneThatWentTookItsCallbackAlongAndTheFaultStayedAsLongAsOnTheOthers() throws IOException {
        replicas.prepare();
        target.put("b", 7, true);
        last(0, 20);
        target.remove("b");
        last(20, 30);
        assertThat(slow()).singleElement().satisfies(both -> {
            assertThat(both.toSecond()).isNull();
            assertThat(both.observed()).contains("a: ", "b: ");
        });
    }

    @Test
    void theFaultEndsWithTheLastOfThemThatHadIt() throws IOException {
        try (Replicas taken = new Replicas(target, new CallbackSchedule(HEALTHY, List.of(
                new CallbackSchedule.Stretch("slow", SLOW, 10, 25))), new Notes(notes))) {
            taken.prepare();
            for (int second = 0; second < 18; second++) {
                taken.at(second, 1);
            }
            target.put("b", 7, true);
            taken.at(18, 1);
            target.remove("a");
            for (int second = 19; second < 30; second++) {
                taken.at(second, 1);
            }
            List<Receipt> slow = taken.receipts().stream().filter(receipt -> receipt.subject().equals("slow")).toList();
            assertThat(slow).extracting(Receipt::fromSecond).containsExactly(10.0, 18.0);
            assertThat(slow).extracting(Receipt::toSecond).containsExactly(25.0, 25.0);
        }
    }

    @Test
    void oneThatDoesNotAnswerIsCounted() throws IOException {
        replicas.prepare();
        target.put("b", 7, true);
        last(0, 12);
        FakeService first = target.put("a", 5, true);
        FakeService second = target.put("b", 7, true);
        first.answers = false;
        Vitals one = last(12, 14);
        assertThat(one.inFlight()).isEqualTo(7);
        assertThat(one.replicas()).isEqualTo(1);
        assertThat(one.silent()).isEqualTo(1);
        second.answers = false;
        assertThat(replicas.at(14, 1)).isNull();
    }

    @Test
    void oneThatTookRequestsWithoutTheFaultIsTold() throws IOException {
        replicas.prepare();
        FakeService second = target.put("b", 7, true);
        second.answers = false;
        last(0, 15);
        Receipt slow = slow().getFirst();
        assertThat(slow.landed()).isTrue();
        assertThat(slow.observed()).contains("b was without what was due in 15 s");
    }

    private static Fault.SlowCallback callback(long micros) {
        return new Fault.SlowCallback(new Delay.Fixed(Duration.ofNanos(micros * 1000)), Fault.SlowCallback.Mode.PARK);
    }
}
