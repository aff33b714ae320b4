package avalanche.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.fault.Fault.SlowCallback;
import avalanche.chaos.fault.Fault.SlowCallback.Mode;
import avalanche.chaos.target.Management;
import avalanche.results.evidence.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppliedFaultTest {
    private static final SlowCallback FAULT = new SlowCallback(new Delay.Fixed(micros(120)), Mode.PARK);

    private final Service service = new Service();

    private static final class Service implements Management {
        private @Nullable String answer = answer(0, 0);
        private String put = "";

        @Override
        public String get(String path) throws IOException {
            assertThat(path).isEqualTo("/fault/callback");
            if (answer == null) {
                throw new IOException("gone");
            }
            return answer;
        }

        @Override
        public String put(String path, String json) throws IOException {
            put = json;
            return get(path);
        }
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    private static String answer(long count, double mean) {
        return String.format(Locale.ROOT, """
                {"configured": {"delay": {"distribution": "fixed", "micros": 120.0}, "mode": "park"},
                 "observed": {"count": %d, "meanMicros": %.1f, "p50Micros": 120.1, "p99Micros": 131.7,
                              "maxMicros": 590.2},
                 "perBatch": true}
                """, count, mean);
    }

    @Test
    void writesTheContractsDocuments() {
        assertThat(FaultDocument.encode(FAULT)).isEqualTo(
                "{\"delay\":{\"distribution\":\"fixed\",\"micros\":120.0},\"mode\":\"park\"}");
        assertThat(FaultDocument.encode(new SlowCallback(new Delay.Uniform(micros(76), micros(162)), Mode.SPIN)))
                .isEqualTo(
                        "{\"delay\":{\"distribution\":\"uniform\",\"minMicros\":76.0,\"maxMicros\":162.0},"
                                + "\"mode\":\"spin\"}");
        assertThat(FaultDocument.encode(new SlowCallback(new Delay.LogNormal(micros(100), 0.3), Mode.MIXED)))
                .isEqualTo(
                        "{\"delay\":{\"distribution\":\"log-normal\",\"medianMicros\":100.0,\"sigma\":0.3},"
                                + "\"mode\":\"mixed\"}");
    }

    @Test
    void readsTheContractsAnswer() {
        assertThat(FaultDocument.decode(answer(67200, 120.4))).isEqualTo(new Observation(67200, 120.4, 120.1, 590.2));
        assertThat(FaultDocument.decode("{\"configured\": null}")).isNull();
        assertThatThrownBy(() -> FaultDocument.decode("{\"configured\": {}, \"observed\": {}}")).isInstanceOf(
                ContractException.class).hasMessageContaining("observed.count is missing");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "10, 120, true", "10, 137.9, true", "10, 138.1, false", "10, 102.1, true",
        "10, 101.9, false"})
    void landsWithinTheToleranceOfTheConfiguredMean(long count, double seen, boolean landed) {
        assertThat(AppliedFault.landed(FAULT.delay(), new Observation(count, 999, seen, 999))).isEqualTo(landed);
        assertThat(AppliedFault.landed(FAULT.delay(), new Observation(count, seen, 999, 999))).isEqualTo(landed);
    }

    @ParameterizedTest
    @CsvSource({"8, true", "13, true", "13.1, false", "3, true", "2.9, false"})
    void shortDelaysLandWithinTheSlack(double seen, boolean landed) {
        assertThat(AppliedFault.landed(new Delay.Fixed(micros(8)), new Observation(10, seen, 0, 999))).isEqualTo(
                landed);
    }

    @Test
    void writesAReceipt() throws IOException {
        AppliedFault applied = new FaultPort(service).apply(FAULT, 20);
        assertThat(service.put).isEqualTo(FaultDocument.encode(FAULT));
        service.answer = answer(67200, 120.4);
        Receipt receipt = applied.receipt(null);
        assertThat(receipt.subject()).isEqualTo("slow-callback");
        assertThat(receipt.fromSecond()).isEqualTo(20);
        assertThat(receipt.toSecond()).isNull();
        assertThat(receipt.configured()).isEqualTo("120.0 µs per entry, fixed, park");
        assertThat(receipt.observed()).contains("120.4 µs").contains("67200").contains("15 %");
        assertThat(receipt.landed()).isTrue();
    }

    @Test
    void remembersWhatItSawBeforeTheServiceDied() throws IOException {
        AppliedFault applied = new FaultPort(service).apply(FAULT, 20);
        service.answer = answer(500, 121);
        assertThat(applied.observe()).isTrue();
        service.answer = null;
        assertThat(applied.observe()).isFalse();
        Receipt receipt = applied.receipt(60.0);
        assertThat(receipt.landed()).isTrue();
        assertThat(receipt.observed()).contains("500 entries").contains("does not answer any more");
    }

    @Test
    void addsUpTheLivesOfTheService() throws IOException {
        AppliedFault applied = new FaultPort(service).apply(FAULT, 20);
        service.answer = answer(500, 110);
        applied.observe();
        service.answer = "{\"configured\": null, \"observed\": {\"count\": 0}}";
        assertThat(applied.observe()).isFalse();
        service.answer = answer(0, 0);
        applied.reapply();
        service.answer = answer(500, 130);
        assertThat(applied.receipt(null).observed()).contains("mean 120.0 µs over 1000 entries");
    }

    @Test
    void refusesAServiceThatDidNotSetIt() {
        service.answer = "{\"configured\": null}";
        assertThatThrownBy(() -> new FaultPort(service).apply(FAULT, 0)).isInstanceOf(ContractException.class)
                .hasMessageContaining("configured null");
    }
}
