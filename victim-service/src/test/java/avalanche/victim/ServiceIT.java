package avalanche.victim;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.vitals.ManagementServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceIT {
    private static final String BODY = "{\"customer\": \"c-17\", \"items\": 3, \"payload\": \"xx\"}";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() {
        service = SpringApplication.run(VictimApplication.class, "--server.address=127.0.0.1", "--server.port=0",
                "--victim.management.port=0", "--victim.map.strategy=locked", "--victim.fault.enabled=true");
    }

    @AfterAll
    void stop() {
        service.close();
        client.close();
    }

    @Test
    void keepsAnOrderFromItsCreationToItsDeletion() throws Exception {
        HttpResponse<String> created = send("POST", "/orders", BODY);
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(json.readTree(send("GET", location, "").body())).isEqualTo(json.readTree(created.body()));
        HttpResponse<String> updated = send("PUT", location, BODY.replace("3", "4"));
        assertThat(json.readTree(updated.body()).get("items").intValue()).isEqualTo(4);
        assertThat(json.readTree(send("GET", "/orders/export", "").body())).contains(json.readTree(updated.body()));
        assertThat(send("DELETE", location, "").statusCode()).isEqualTo(204);
        assertThat(send("GET", location, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET | /nowhere | '' | 404", "GET | /orders/none | '' | 404",
        "PUT | /orders/none | {\"customer\": \"c\", \"items\": 3, \"payload\": \"\"} | 404",
        "DELETE | /orders/none | '' | 404", "PATCH | /orders/1 | {} | 405", "POST | /orders | { | 400",
        "POST | /orders | {\"items\": 0} | 400", "GET | /orders/1?wait=31s | '' | 400"})
    void answersEveryErrorWithAProblem(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).get("status").intValue()).isEqualTo(status);
    }

    @Test
    void aLongPollAnswersWhenTheOrderChanges() throws Exception {
        String location = send("POST", "/orders", BODY).headers().firstValue("Location").orElseThrow();
        CompletableFuture<HttpResponse<String>> poll = client.sendAsync(request("GET", serviceUri(location
                + "?wait=30s"), ""), HttpResponse.BodyHandlers.ofString());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        int items = 1;
        while (!poll.isDone() && System.nanoTime() < deadline) {
            items++;
            send("PUT", location, BODY.replace("3", Integer.toString(items)));
        }
        assertThat(json.readTree(poll.get(5, TimeUnit.SECONDS).body()).get("items").intValue()).isGreaterThan(1);
    }

    @Test
    void theCallbackSlowsAnExportDownAndGivesAReceipt() throws Exception {
        send("POST", "/orders", BODY);
        String fault = "{\"delay\": {\"distribution\": \"fixed\", \"micros\": 20000}, \"mode\": \"park\"}";
        assertThat(manage("PUT", "/fault/callback", fault).statusCode()).isEqualTo(200);
        send("GET", "/orders/export", "");
        JsonNode receipt = json.readTree(manage("DELETE", "/fault/callback", "").body());
        assertThat(receipt.get("configured").isNull()).isTrue();
        JsonNode vitals = json.readTree(manage("GET", "/vitals", "").body());
        assertThat(vitals.get("strategy").stringValue()).isEqualTo("locked");
        assertThat(vitals.at("/map/lock/waiters").intValue()).isZero();
        assertThat(decoded(vitals.at("/traversals/durationNanos").stringValue()).getMaxValue()).isGreaterThan(
                19_000_000);
        assertThat(decoded(vitals.at("/map/lock/holdNanos").stringValue()).getTotalCount()).isPositive();
    }

    @Test
    void managementNamesWhatIsWrongWithASetting() throws Exception {
        HttpResponse<String> answer = manage("PUT", "/fault/callback",
                "{\"delay\": {\"distribution\": \"fixed\", \"micros\": -1}, \"mode\": \"park\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("field").stringValue()).isEqualTo("delay.micros");
        assertThat(problem.get("value").stringValue()).isEqualTo("-1");
        assertThat(problem.get("allowed").stringValue()).contains("1000000");
    }

    @Test
    void managementAnswersHealthAndMetrics() throws Exception {
        assertThat(manage("GET", "/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(manage("GET", "/prometheus", "").body()).contains("victim_map_size", "jvm_memory_used_bytes");
    }

    @Test
    void thereIsNoFaultPortUnlessEnabled() throws Exception {
        try (ConfigurableApplicationContext plain = SpringApplication.run(VictimApplication.class,
                "--server.address=127.0.0.1", "--server.port=0", "--victim.management.port=0")) {
            int port = plain.getBean(ManagementServer.class).port();
            URI fault = URI.create("http://127.0.0.1:" + port + "/fault/callback");
            for (String method : new String[]{"GET", "PUT", "DELETE"}) {
                HttpResponse<String> answer = client.send(request(method, fault, "{}"), HttpResponse.BodyHandlers
                        .ofString());
                assertThat(answer.statusCode()).isEqualTo(404);
            }
        }
    }

    private static Histogram decoded(String encoded) throws DataFormatException {
        return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)),
                0);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(request(method, serviceUri(path), body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> manage(String method, String path, String body)
            throws IOException, InterruptedException {
        int port = service.getBean(ManagementServer.class).port();
        URI uri = URI.create("http://127.0.0.1:" + port + path);
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
