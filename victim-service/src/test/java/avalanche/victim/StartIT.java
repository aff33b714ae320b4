package avalanche.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the service says where it cannot start. */
@Timeout(120)
class StartIT {
    @TempDir
    private Path directory;

    @Test
    void anUnknownStrategyFailsTheStartWithTheKnownOnes() throws Exception {
        assertThat(failedStart("--server.port=0", "--victim.management.port=0", "--victim.map.strategy=snapshoot"))
                .contains(
                        "cannot start: unknown strategy 'snapshoot' at victim.map.strategy; known: locked, dual-map, hash-trie, "
                                + "segmented, snapshot, concurrent; nearest: snapshot");
    }

    @Test
    void aTakenPortFailsTheStartAndIsNamedWithItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(failedStart("--server.port=" + taken.getLocalPort(), "--victim.management.port=0")).contains(
                    "cannot start: port " + taken.getLocalPort() + " (server.port) is already taken");
            assertThat(failedStart("--server.port=0", "--victim.management.port=" + taken.getLocalPort())).contains(
                    "cannot start: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("victim.management.port");
        }
    }

    private String failedStart(String... settings) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty(
                        "java.class.path"), "avalanche.victim.VictimApplication", "--server.address=127.0.0.1"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
