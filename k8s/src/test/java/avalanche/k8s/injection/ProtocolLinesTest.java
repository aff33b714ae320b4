package avalanche.k8s.injection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProtocolLinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"ready\",\"schema\":1}", "{\"type\":\"interval\",\"second\":3,\"kinds\":{}}"})
    void anObjectWithATypeIsAMeasurement(String line) {
        assertThat(ProtocolLines.isMeasurement(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{type=ready}", "{\"type\":\"interval\"", "{\"type\":{}}",
        "java.lang.IllegalStateException: x", "{\"type\":\"a\"} {\"type\":\"b\"", "{\"other\":1}", "[{\"type\":1}]"})
    void anythingElseIsNot(String line) {
        assertThat(ProtocolLines.isMeasurement(line)).isFalse();
    }
}
