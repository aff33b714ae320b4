package avalanche.victim;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.vitals.ManagementServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How walks are done, over HTTP: switched while the service runs, stopped, gone on with, refused. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraversalIT {
    private static final int ORDERS = 300;
    private static final String TRAILER = "export-checkpoint";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() throws Exception {
        service = SpringApplication.run(VictimApplication.class, "--server.address=127.0.0.1", "--server.port=0",
                "--victim.management.port=0", "--victim.map.strategy=dual-map", "--victim.fault.enabled=true");
        String body = "{\"customer\": \"c\", \"items\": 1, \"payload\": \"" + "x".repeat(2_000) + "\"}";
        for (int i = 0; i < ORDERS; i++) {
            URI orders = URI.create("http://127.0.0.1:" + port() + "/orders");
            assertThat(client.send(request("POST", orders, body), HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    void stop() {
        service.close();
        client.close();
    }

    @AfterEach
    void walkAgainAsAtTheStart() throws Exception {
        manage("DELETE", "/fault/callback", "");
        assertThat(manage("PUT", "/traversal", "{\"mode\": \"natural\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mode\":\"natural\"}", "{\"mode\":\"held\"}", "{\"mode\":\"copied\"}",
        "{\"mode\":\"yielding\",\"batch\":7}", "{\"mode\":\"yielding-held\",\"batch\":7}",
        "{\"mode\":\"paged\",\"batch\":64,\"pagesPerSecond\":100}",
        "{\"mode\":\"bounded\",\"deadlineMillis\":60000,\"entriesPerSecond\":100000}"})
    void eachModeExportsEveryOrderOnceFromTheNextWalkOn(String setting) throws Exception {
        HttpResponse<String> put = manage("PUT", "/traversal", setting);
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(json.readTree(put.body()).get("configured")).isEqualTo(json.readTree(setting));
        assertThat(manage("GET", "/traversal", "").body()).isEqualTo(put.body());
        long before = walks().get("completed").longValue();
        ChunkedAnswer answer = export("");
        assertThat(ids(answer)).hasSize(ORDERS).doesNotHaveDuplicates();
        assertThat(answer.trailers()).isEmpty();
        assertThat(walks().get("completed").longValue()).isEqualTo(before + 1);
        assertThat(walks().get("mode")).isEqualTo(json.readTree(setting).get("mode"));
    }

    @Test
    void aBoundedExportTellsInATrailerFieldWhereToGoOn() throws Exception {
        bounded(50, 1_000);
        long before = walks().at("/stopped/deadline").longValue();
        List<String> ids = new ArrayList<>();
        ChunkedAnswer answer = export("");
        int parts = 1;
        while (answer.trailers().containsKey(TRAILER)) {
            assertThat(answer.headers()).containsEntry("trailer", "Export-Checkpoint");
            ids.addAll(ids(answer));
            answer = export("?after=" + answer.trailers().get(TRAILER));
            parts++;
        }
        ids.addAll(ids(answer));
        assertThat(answer.trailers()).isEmpty();
        assertThat(ids).hasSize(ORDERS).doesNotHaveDuplicates();
        assertThat(parts).isGreaterThan(3);
        assertThat(walks().at("/stopped/deadline").longValue()).isEqualTo(before + parts - 1);
    }

    @Test
    void aShortBoundedExportHasItsTrailerFieldToo() throws Exception {
        bounded(1, 1);
        ChunkedAnswer answer = export("");
        assertThat(ids(answer)).containsExactly("1");
        assertThat(answer.trailers()).containsKey(TRAILER);
    }

    @Test
    void aDamagedCheckpointIsRefused() throws Exception {
        bounded(50, 1_000);
        String token = export("").trailers().getOrDefault(TRAILER, "");
        assertThat(token).isNotEmpty();
        String damaged = (token.startsWith("B") ? "C" : "B") + token.substring(1);
        for (String wrong : List.of(damaged, token.substring(1), "", "1")) {
            JsonNode problem = refused(export("?after=" + wrong));
            assertThat(problem.get("field").stringValue()).isEqualTo("after");
            assertThat(problem.get("detail").stringValue()).contains("after is '" + wrong + "'", "begin again");
        }
    }

    @Test
    void aCheckpointIsRefusedInAnyOtherMode() throws Exception {
        bounded(50, 1_000);
        String token = export("").trailers().getOrDefault(TRAILER, "");
        manage("PUT", "/traversal", "{\"mode\": \"paged\"}");
        JsonNode problem = refused(export("?after=" + token));
        assertThat(problem.get("detail").stringValue()).contains("bounded only", "the mode in force is paged");
    }

    @Test
    void aBoundedExportNeedsAVersionOfHttpThatHasTrailers() throws Exception {
        bounded(50, 1_000);
        ChunkedAnswer answer = ChunkedAnswer.get(port(), "/orders/export", "HTTP/1.0");
        assertThat(answer.status()).isEqualTo(505);
        assertThat(answer.body()).contains("use HTTP/1.1");
        manage("PUT", "/traversal", "{\"mode\": \"natural\"}");
        assertThat(ChunkedAnswer.get(port(), "/orders/export", "HTTP/1.0").status()).isEqualTo(200);
    }

    @Test
    void aBoundedExportStopsWhenItsClientIsGone() throws Exception {
        manage("PUT", "/fault/callback",
                "{\"delay\": {\"distribution\": \"fixed\", \"micros\": 20000}, \"mode\": \"park\"}");
        bounded(60_000, 100_000);
        long before = walks().at("/stopped/caller").longValue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write("GET /orders/export HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(
                    StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (walks().at("/stopped/caller").longValue() == before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(walks().at("/stopped/caller").longValue()).isEqualTo(before + 1);
    }

    @Test
    void managementNamesWhatIsWrongWithAMode() throws Exception {
        HttpResponse<String> answer = manage("PUT", "/traversal", "{\"mode\": \"pagd\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("field").stringValue()).isEqualTo("mode");
        assertThat(problem.get("value").stringValue()).isEqualTo("'pagd'");
        assertThat(problem.get("allowed").stringValue()).startsWith("natural, held, copied");
        assertThat(problem.get("nearest").stringValue()).isEqualTo("paged");
        HttpResponse<String> delete = manage("DELETE", "/traversal", "");
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(delete.headers().firstValue("Allow")).contains("GET, PUT");
    }

    @Test
    void aModeThatTheStrategyDoesNotAllowIsRefusedAndTheOtherStaysInForce() throws Exception {
        try (ConfigurableApplicationContext plain = SpringApplication.run(VictimApplication.class,
                "--server.address=127.0.0.1", "--server.port=0", "--victim.management.port=0",
                "--victim.map.strategy=snapshot", "--victim.traversal.mode=paged", "--victim.traversal.batch=5")) {
            HttpResponse<String> answer = manage(plain, "PUT", "/traversal", "{\"mode\": \"held\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json.readTree(answer.body()).get("detail").stringValue()).isEqualTo("mode is 'held'; allowed: "
                    + "natural, yielding, paged, bounded with the strategy 'snapshot', which has no critical section to walk in");
            assertThat(json.readTree(manage(plain, "GET", "/traversal", "").body())).isEqualTo(json.readTree(
                    "{\"configured\": {\"mode\": \"paged\", \"batch\": 5, \"pagesPerSecond\": 20}, \"allowed\": "
                            + "[\"natural\", \"yielding\", \"paged\", \"bounded\"]}"));
        }
    }

    private void bounded(int deadlineMillis, int entriesPerSecond) throws Exception {
        assertThat(manage("PUT", "/traversal", "{\"mode\": \"bounded\", \"deadlineMillis\": " + deadlineMillis
                + ", \"entriesPerSecond\": " + entriesPerSecond + "}").statusCode()).isEqualTo(200);
    }

    private JsonNode refused(ChunkedAnswer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        return json.readTree(answer.body());
    }

    private List<String> ids(ChunkedAnswer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return json.readTree(answer.body()).values().stream().map(order -> order.get("id").stringValue()).toList();
    }

    private ChunkedAnswer export(String query) throws IOException {
        return ChunkedAnswer.get(port(), "/orders/export" + query, "HTTP/1.1");
    }

    private JsonNode walks() throws Exception {
        return json.readTree(manage("GET", "/vitals", "").body()).get("traversals");
    }

    private int port() {
        return port(service.getEnvironment().getProperty("local.server.port"));
    }

    private static int port(@Nullable String text) {
        return Integer.parseInt(String.valueOf(text));
    }

    private HttpResponse<String> manage(String method, String path, String body) throws Exception {
        return manage(service, method, path, body);
    }

    private HttpResponse<String> manage(ConfigurableApplicationContext of, String method, String path, String body)
            throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + of.getBean(ManagementServer.class).port() + path);
        return client.send(request(method, uri, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, URI uri, String body) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
    }
}
