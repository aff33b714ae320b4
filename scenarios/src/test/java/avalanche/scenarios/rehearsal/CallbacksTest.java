package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault;
import avalanche.chaos.fault.FaultPort;
import avalanche.chaos.target.Management;
import avalanche.results.evidence.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbacksTest {
    private static final Fault.SlowCallback HEALTHY = callback(12);
    private static final Fault.SlowCallback SLOW = callback(120);

    private final Service service = new Service();
    private final List<String> notes = new ArrayList<>();
    private final Callbacks callbacks = new Callbacks(new FaultPort(service),
            new CallbackSchedule(HEALTHY, List.of(new CallbackSchedule.Stretch("slow-callback", SLOW, 10, 20))),
            new Notes(notes));

    @Test
    void aFaultIsInPlaceFromItsFirstToItsLastSecond() throws IOException {
        callbacks.prepare();
        for (int second = 0; second < 25; second++) {
            callbacks.at(second, 1);
        }

        assertThat(service.puts).containsExactly("12", "120", "12");
        assertThat(notes).containsExactly("second 10: slow-callback is in place",
                "second 20: healthy-callback is in place");
        assertThat(callbacks.receipts()).extracting(Receipt::subject, Receipt::fromSecond, Receipt::toSecond,
                Receipt::landed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("healthy-callback", 0.0, 10.0, true),
                        org.assertj.core.groups.Tuple.tuple("slow-callback", 10.0, 20.0, true));
    }

    @Test
    void aNewLifeIsToldAgain() throws IOException {
        callbacks.prepare();
        callbacks.at(10, 1);
        callbacks.at(11, 1);
        callbacks.at(12, 2);
        callbacks.at(13, 2);

        assertThat(service.puts).containsExactly("12", "120", "120");
    }

    @Test
    void aServiceThatDoesNotAnswerIsToldWhenItDoes() throws IOException {
        callbacks.prepare();
        service.answers = false;
        callbacks.at(10, 1);
        callbacks.at(11, 1);
        service.answers = true;
        callbacks.at(12, 1);

        assertThat(service.puts).containsExactly("12", "120");
        assertThat(notes).containsExactly("second 12: slow-callback is in place");
    }

    @Test
    void aFaultThatWasNeverAppliedDidNotLand() throws IOException {
        callbacks.prepare();
        service.answers = false;
        for (int second = 0; second < 25; second++) {
            callbacks.at(second, 1);
        }

        Receipt receipt = callbacks.receipts().getLast();
        assertThat(receipt.subject()).isEqualTo("slow-callback");
        assertThat(receipt.landed()).isFalse();
        assertThat(receipt.observed()).contains("never applied");
    }

    private static Fault.SlowCallback callback(long micros) {
        return new Fault.SlowCallback(new Delay.Fixed(Duration.ofNanos(micros * 1000)), Fault.SlowCallback.Mode.PARK);
    }

    /** A service whose callback takes just what was put. */
    private static final class Service implements Management {
        private final List<String> puts = new ArrayList<>();
        private boolean answers = true;
        private String micros = "0";

        @Override
        public String get(String path) throws IOException {
            if (!answers) {
                throw new IOException("no answer");
            }
            return """
                    {"configured": {"delay": {"distribution": "fixed", "micros": %1$s}, "mode": "park"},
                     "observed": {"count": 100, "meanMicros": %1$s, "p50Micros": %1$s, "p99Micros": %1$s, "maxMicros": %1$s},
                     "perBatch": true}"""
                    .formatted(micros);
        }

        @Override
        public String put(String path, String json) throws IOException {
            if (!answers) {
                throw new IOException("no answer");
            }
            micros = json.replaceAll(".*\"micros\":\\s*([0-9]+).*", "$1");
            puts.add(micros);
            return get(path);
        }
    }
}
