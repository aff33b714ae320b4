package avalanche.victim.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked example in the service as it is delivered: one jar, started by {@code java -jar}. */
@Timeout(180)
class PluginIT {
    private static final String BODY = "{\"customer\": \"c-17\", \"items\": 3, \"payload\": \"xx\"}";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        client.close();
    }

    @Test
    void keepsOrdersInTheUsersOwnMap() throws Exception {
        Path jar = PluginJars.example(Files.createDirectory(directory.resolve("jars")).resolve("sorted.jar"));
        int port = freePort();
        int management = freePort();
        start("--server.port=" + port, "--victim.management.port=" + management, "--victim.map.plugins=" + jar,
                "--victim.map.strategy=sorted");
        awaitUp(management);
        for (int i = 0; i < 12; i++) {
            assertThat(send(port, "POST", "/orders", BODY).statusCode()).isEqualTo(201);
        }
        assertThat(send(port, "DELETE", "/orders/3", "").statusCode()).isEqualTo(204);
        assertThat(send(port, "GET", "/orders/3", "").statusCode()).isEqualTo(404);
        assertThat(send(port, "GET", "/orders/4", "").statusCode()).isEqualTo(200);
        assertThat(json.readTree(send(port, "GET", "/orders/export", "").body()).findValuesAsString("id"))
                .containsExactly("1", "10", "11", "12", "2", "4", "5", "6", "7", "8", "9");
        theHarnessReadsIt(json.readTree(send(management, "GET", "/vitals", "").body()));
        assertThat(send(management, "GET", "/prometheus", "").body()).contains(
                "map_operations_total{key_pattern=\"#\",op=\"store\"} 12.0", "map_internals{name=\"walkCopies\"} 1.0",
                "map_lock_hold_seconds_bucket");
    }

    private static void theHarnessReadsIt(JsonNode vitals) {
        assertThat(vitals.get("strategy").stringValue()).isEqualTo("sorted");
        JsonNode map = vitals.get("map");
        assertThat(map.get("size").intValue()).isEqualTo(11);
        assertThat(map.at("/internals/walkCopies").intValue()).isEqualTo(1);
        assertThat(map.at("/lock/acquisitions").intValue()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void findsTheJarInTheFolderBesideTheService() throws Exception {
        PluginJars.example(Files.createDirectory(directory.resolve("strategies")).resolve("sorted.jar"));
        int management = freePort();
        start("--server.port=0", "--victim.management.port=" + management, "--victim.map.strategy=sorted");
        awaitUp(management);
        assertThat(send(management, "GET", "/vitals", "").body()).contains("\"strategy\":\"sorted\"");
    }

    @Test
    void aJarThatIsNoneFailsTheStartAndIsNamed() throws Exception {
        Path jar = Files.writeString(directory.resolve("mine.jar"), "no jar");
        Process process = start("--server.port=0", "--victim.management.port=0", "--victim.map.plugins=mine.jar");
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output()).contains("cannot start: " + jar.toRealPath() + " (victim.map.plugins) is no jar");
    }

    private Process start(String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("victim.jar"),
                "--server.address=127.0.0.1"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile()).start();
        started.add(process);
        return process;
    }

    private void awaitUp(int management) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < deadline && started.getLast().isAlive()) {
            try {
                if (send(management, "GET", "/health", "").statusCode() == 200) {
                    return;
                }
            } catch (ConnectException _) {
                // not listening yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the service did not come up; it said:\n" + output());
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output.txt"));
    }

    private HttpResponse<String> send(int port, String method, String path, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(40)).header("Content-Type",
                "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
