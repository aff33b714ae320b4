package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SourceAddressesTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void areEightOfTheLoopbackButNotTheServicesOwn() {
        assertThat(SourceAddresses.towards(URI.create("http://127.0.0.1:8080"))).hasSize(8).doesNotContain("127.0.0.1")
                .startsWith("127.0.0.2");
        assertThat(SourceAddresses.towards(URI.create("http://127.0.0.3:8080"))).hasSize(8).doesNotContain("127.0.0.3")
                .startsWith("127.0.0.1");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void eachReachesTheService() throws Exception {
        try (ServerSocket service = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            List<String> sources = SourceAddresses.towards(URI.create("http://127.0.0.1:" + service.getLocalPort()));
            assertThat(sources).isNotEmpty();
            for (String source : sources) {
                try (Socket socket = new Socket()) {
                    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
                    socket.connect(service.getLocalSocketAddress(), 5_000);
                    assertThat(socket.getLocalAddress().getHostAddress()).isEqualTo(source);
                }
            }
        }
    }

    @Test
    void leaveTheChoiceToTheSystemWhereTheServiceIsElsewhere() {
        assertThat(SourceAddresses.towards(URI.create("http://192.0.2.1:8080"))).isEmpty();
        assertThat(SourceAddresses.towards(URI.create("http://[::1]:8080"))).isEmpty();
    }
}
