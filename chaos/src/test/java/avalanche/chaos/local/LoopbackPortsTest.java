package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackPortsTest {
    @Test
    void choosesTwoFreePorts() throws IOException {
        LoopbackPorts ports = LoopbackPorts.choose(Map.of());
        assertThat(ports.server()).isPositive().isNotEqualTo(ports.management());
        assertThat(ports.management()).isPositive();
    }

    @RepeatedTest(20)
    void choosesPortsThatNoOutgoingConnectionIsGiven() throws IOException {
        LoopbackPorts ports = LoopbackPorts.choose(Map.of(), 13_500);
        assertThat(List.of(ports.server(), ports.management())).allSatisfy(port -> assertThat(port).isBetween(12_000,
                13_499));
    }

    @Test
    void leavesTheChoiceToTheSystemWhereItGivesNearlyEveryPortToOutgoingConnections() throws IOException {
        LoopbackPorts ports = LoopbackPorts.choose(Map.of(), 1_024);
        assertThat(ports.server()).isPositive().isNotEqualTo(ports.management());
    }

    @Test
    void readsWhereThePortsOfOutgoingConnectionsBegin(@TempDir Path directory) throws IOException {
        Path range = directory.resolve("range");
        assertThat(LoopbackPorts.below(Files.writeString(range, "32768\t60999\n"))).isEqualTo(30_000);
        assertThat(LoopbackPorts.below(Files.writeString(range, "16384\t60999\n"))).isEqualTo(16_384);
        assertThat(LoopbackPorts.below(Files.writeString(range, "1024 65535"))).isEqualTo(1_024);
        assertThat(LoopbackPorts.below(directory.resolve("absent"))).isEqualTo(30_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> LoopbackPorts.choose(Map.of("server.port", port))).isInstanceOf(IOException.class)
                .hasMessageContaining("server.port is ").hasMessageContaining(port).hasMessageContaining("1 to 65535");
    }
}
