package avalanche.chaos.management;

import avalanche.chaos.target.Management;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A management port that is reached over HTTP. */
public final class HttpManagement implements Management, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final URI base;
    private final ExecutorService executor;
    private final HttpClient client;

    public HttpManagement(URI base) {
        this.base = base;
        this.executor = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("management-client-", 0).daemon()
                .factory());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).executor(
                executor).build();
    }

    @Override
    public String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    @Override
    public String put(String path, String json) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json").PUT(
                HttpRequest.BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.timeout(ANSWER).build();
        String what = request.method() + " " + request.uri();
        CompletableFuture<HttpResponse<String>> pending = client.sendAsync(request, HttpResponse.BodyHandlers
                .ofString());
        try {
            // The request's own timeout ends at the first byte of the answer; this one also bounds the rest.
            HttpResponse<String> answer = pending.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new IOException(what + " answered " + answer.statusCode() + ", not 200: " + answer.body());
            }
            return answer.body();
        } catch (ExecutionException e) {
            throw new IOException(what + " failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException(what + " did not answer within " + ANSWER.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + what, e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        executor.shutdownNow();
    }
}
