package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackPortsTest {
    @Test
    void choosesTwoFreePorts() throws IOException {
        LoopbackPorts ports = LoopbackPorts.choose(Map.of());
        assertThat(ports.server()).isPositive().isNotEqualTo(ports.management());
        assertThat(ports.management()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> LoopbackPorts.choose(Map.of("server.port", port))).isInstanceOf(IOException.class)
                .hasMessageContaining("server.port is ").hasMessageContaining(port).hasMessageContaining("1 to 65535");
    }
}
