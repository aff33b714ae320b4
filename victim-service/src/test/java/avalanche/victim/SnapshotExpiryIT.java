package avalanche.victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.vitals.ManagementServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client sees of an export whose snapshot expires. */
@Timeout(120)
class SnapshotExpiryIT {
    private static final String SLOW = "{\"delay\": {\"distribution\": \"fixed\", \"micros\": 100000}, \"mode\": \"park\"}";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start() {
        service = SpringApplication.run(VictimApplication.class, "--server.address=127.0.0.1", "--server.port=0",
                "--victim.management.port=0", "--victim.map.strategy=snapshot",
                "--victim.map.snapshot.max-retained=1", "--victim.fault.enabled=true");
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
    }

    @Test
    void isAProblemWhereNothingWasSentYet() throws Exception {
        HttpResponse<String> answer = exportOvertakenByWrites("x").get(60, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").stringValue()).contains(
                "victim.map.snapshot.max-retained = 1");
        assertThat(vitals().at("/map/internals/expiredSnapshots").intValue()).isEqualTo(1);
        assertThat(vitals().at("/map/internals/retainedVersions").intValue()).isZero();
    }

    @Test
    void isCutOffWhereAPartWasSent() throws Exception {
        CompletableFuture<HttpResponse<String>> export = exportOvertakenByWrites("x".repeat(50_000));
        assertThatThrownBy(() -> export.get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(send("GET", "/orders/1", "").statusCode()).isEqualTo(200);
    }

    /** An export of 20 orders, slowed down, and writes to them until it has expired. */
    private CompletableFuture<HttpResponse<String>> exportOvertakenByWrites(String payload) throws Exception {
        String body = "{\"customer\": \"c\", \"items\": 1, \"payload\": \"" + payload + "\"}";
        for (int i = 0; i < 20; i++) {
            assertThat(send("POST", "/orders", body).statusCode()).isEqualTo(201);
        }
        assertThat(manage("PUT", "/fault/callback", SLOW).statusCode()).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> export = client.sendAsync(request("GET", serviceUri("/orders/export"),
                ""), HttpResponse.BodyHandlers.ofString());
        awaitWalk(export);
        for (int i = 1; i <= 2; i++) {
            assertThat(send("PUT", "/orders/" + i, body).statusCode()).isEqualTo(200);
        }
        return export;
    }

    private void awaitWalk(CompletableFuture<?> export) throws Exception {
        while (vitals().at("/traversals/running").intValue() == 0) {
            assertThat(export).isNotDone();
        }
    }

    private JsonNode vitals() throws IOException, InterruptedException {
        return json.readTree(manage("GET", "/vitals", "").body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(request(method, serviceUri(path), body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> manage(String method, String path, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.getBean(ManagementServer.class).port() + path);
        return client.send(request(method, uri, body), HttpResponse.BodyHandlers.ofString());
    }

    private URI serviceUri(String path) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpRequest request(String method, URI uri, String body) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(40)).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
    }
}
