package avalanche.scenarios.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PassthroughTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void carriesCutsAndComesBack() throws Exception {
        try (ServerSocket echo = new ServerSocket(0, 10, LOOPBACK);
                Passthrough through = Passthrough.start(
                        new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(LOOPBACK, echo.getLocalPort()))) {
            Thread.ofPlatform().daemon().start(() -> echo(echo));
            try (Socket socket = connect(through)) {
                assertThat(answer(socket, 'a')).isEqualTo('a');
                through.cut();
                assertThat(answer(socket, 'b')).isEqualTo(-1);
            }
            assertThatThrownBy(() -> connect(through)).isInstanceOf(IOException.class);
            through.restore();
            try (Socket socket = connect(through)) {
                assertThat(answer(socket, 'c')).isEqualTo('c');
            }
            assertThat(through.accepted()).isEqualTo(2);
        }
    }

    /** Right after the cut, and not a moment later: the thread in its accept is what still listened. */
    @Test
    void refusesFromTheCutOn() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 10, LOOPBACK);
                Passthrough through = Passthrough.start(
                        new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(LOOPBACK, nobody.getLocalPort()))) {
            for (int cut = 0; cut < 200; cut++) {
                through.cut();
                assertThatThrownBy(() -> connect(through)).isInstanceOf(IOException.class);
                through.restore();
            }
        }
    }

    private static Socket connect(Passthrough through) throws IOException {
        Socket socket = new Socket(LOOPBACK, through.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** -1 where the connection ended. */
    private static int answer(Socket socket, char letter) throws IOException {
        try {
            socket.getOutputStream().write(String.valueOf(letter).getBytes(UTF_8));
            return socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException _) {
            return -1;
        }
    }

    private static void echo(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                var _ = socket.getInputStream().transferTo(socket.getOutputStream());
            } catch (IOException _) {
                // The next one.
            }
        }
    }
}
