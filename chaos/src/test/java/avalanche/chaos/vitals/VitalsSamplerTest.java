package avalanche.chaos.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.target.Management;
import avalanche.results.evidence.Vitals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VitalsSamplerTest {
    private static final String LOCK = """
            {"waiters": 3, "longestWaitMillis": 12.3, "acquisitions": 1900, "contended": 17,
             "holders": [{"thread": "tomcat-handler-12", "doing": "traversal", "heldMillis": 30.1}],
             "waitNanos": "", "holdNanos": ""}""";

    private final Histogram walks = new Histogram(3);
    private final Answers answers = new Answers();
    private final VitalsSampler sampler = new VitalsSampler(answers);

    private static final class Answers implements Management {
        private @Nullable String next;

        @Override
        public String get(String path) throws IOException {
            if (next == null) {
                throw new IOException("no answer");
            }
            return next;
        }

        @Override
        public String put(String path, String json) {
            throw new AssertionError(path + " " + json);
        }
    }

    private String document(long uptimeMillis, long cpuMillis, String lock) {
        ByteBuffer buffer = ByteBuffer.allocate(walks.getNeededByteBufferCapacity());
        int length = walks.encodeIntoCompressedByteBuffer(buffer);
        byte[] bytes = new byte[length];
        buffer.get(0, bytes);
        return """
                {"schema": 1, "uptimeMillis": %d, "strategy": "locked", "requests": {"inFlight": 12, "completed": 1222},
                 "map": {"size": 800, "internals": {"promotions": 3}, "lock": %s},
                 "traversals": {"running": 1, "longestRunningMillis": 310.0, "completed": 40, "durationNanos": "%s"},
                 "memory": {"heapUsedBytes": 31457280, "heapMaxBytes": 201326592, "residentBytes": 251658240},
                 "cpu": {"processNanos": %d, "processors": 2}, "gc": {"count": 9, "timeMillis": 61}}
                """.formatted(uptimeMillis, lock, Base64.getEncoder().encodeToString(bytes), cpuMillis * 1_000_000);
    }

    private Vitals sample(int life, String document) {
        answers.next = document;
        return Objects.requireNonNull(sampler.sample(life));
    }

    @Test
    void readsTheContractsDocument() {
        Vitals vitals = sample(1, document(10_000, 5_000, LOCK));
        assertThat(vitals.life()).isEqualTo(1);
        assertThat(vitals.uptimeMillis()).isEqualTo(10_000);
        assertThat(vitals.inFlight()).isEqualTo(12);
        assertThat(vitals.waiters()).isEqualTo(3);
        assertThat(vitals.longestWaitMillis()).isEqualTo(12.3);
        assertThat(vitals.holders()).isEqualTo(1);
        assertThat(vitals.entries()).isEqualTo(800);
        assertThat(vitals.traversalsRunning()).isEqualTo(1);
        assertThat(vitals.longestTraversalMillis()).isEqualTo(310);
        assertThat(vitals.heapUsedBytes()).isEqualTo(31457280);
        assertThat(vitals.heapMaxBytes()).isEqualTo(201326592);
        assertThat(vitals.residentBytes()).isEqualTo(251658240);
        assertThat(vitals.gcCount()).isEqualTo(9);
        assertThat(vitals.gcMillis()).isEqualTo(61);
        assertThat(vitals.internals()).isEqualTo(Map.of("promotions", 3.0));
        assertThat(vitals.cpuShare()).isEqualTo(0.25);
    }

    @Test
    void readsAStrategyWithoutALock() {
        assertThat(sample(1, document(10, 0, "null")).waiters()).isZero();
    }

    @Test
    void subtractsWhatTheSampleBeforeHad() {
        walks.recordValue(900_000_000);
        sample(1, document(10_000, 5_000, LOCK));
        walks.recordValueWithCount(20_000_000, 3);
        Vitals second = sample(1, document(11_000, 6_000, LOCK));
        assertThat(second.traversals().count()).isEqualTo(3);
        assertThat(second.traversals().max()).isCloseTo(20, within(0.1));
        assertThat(second.cpuShare()).isEqualTo(0.5);
        assertThat(sample(1, document(12_000, 6_000, LOCK)).traversals().isEmpty()).isTrue();
    }

    @Test
    void beginsAnewWithANewLife() {
        walks.recordValueWithCount(900_000_000, 5);
        sample(1, document(10_000, 5_000, LOCK));
        walks.reset();
        walks.recordValue(20_000_000);
        Vitals reborn = sample(2, document(500, 500, LOCK));
        assertThat(reborn.traversals().count()).isEqualTo(1);
        assertThat(reborn.cpuShare()).isEqualTo(0.5);
    }

    @Test
    void takesSilenceForData() {
        answers.next = null;
        assertThat(sampler.sample(1)).isNull();
    }

    @Test
    void namesWhatDoesNotKeepToTheContract() {
        assertThatThrownBy(() -> sample(1, "<html>")).isInstanceOf(ContractException.class).hasMessageContaining(
                "GET /vitals is not JSON").hasMessageContaining("<html>");
        assertThatThrownBy(() -> sample(1, document(1, 0, LOCK).replace("\"waiters\": 3", "\"waiters\": \"many\"")))
                .hasMessageContaining("map.lock.waiters is \"many\"").hasMessageContaining("whole number");
        assertThatThrownBy(() -> sample(1, document(1, 0, LOCK).replace("\"size\"", "\"length\"")))
                .hasMessageContaining("map.size is missing");
        assertThatThrownBy(() -> sample(1, document(1, 0, LOCK).replace("\"durationNanos\": \"", "$0AAAA")))
                .isInstanceOf(ContractException.class);
        assertThatThrownBy(() -> sample(1, document(1, 0, LOCK).replace("\"schema\": 1", "\"schema\": 2")))
                .hasMessageContaining("schema is 2; allowed: 1");
    }

    @Test
    void doesNotAcceptAHistogramThatShrinks() {
        walks.recordValueWithCount(900_000_000, 5);
        sample(1, document(10_000, 5_000, LOCK));
        walks.reset();
        assertThatThrownBy(() -> sample(1, document(11_000, 5_000, LOCK))).isInstanceOf(ContractException.class)
                .hasMessageContaining("durationNanos");
    }
}
