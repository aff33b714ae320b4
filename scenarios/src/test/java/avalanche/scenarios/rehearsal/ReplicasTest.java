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
        Receipt slow = replicas.receipts().getLast();
        assertThat(slow.subject()).isEqualTo("slow");
        assertThat(slow.landed()).isTrue();
        assertThat(slow.observed()).contains("a: median 120.0", "b: median 120.0");
        assertThat(slow.fromSecond()).isEqualTo(10);
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
        Receipt slow = replicas.receipts().getLast();
        assertThat(slow.landed()).isTrue();
        assertThat(slow.observed()).contains("b was without what was due in 15 s");
    }

    private static Fault.SlowCallback callback(long micros) {
        return new Fault.SlowCallback(new Delay.Fixed(Duration.ofNanos(micros * 1000)), Fault.SlowCallback.Mode.PARK);
    }
}
