package avalanche.chaos.docker;

import avalanche.chaos.target.Liveness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks a life of the service whether it still lives, as a kubelet does, and says so once it has not for too long. */
final class LivenessWatch implements AutoCloseable {
    private static final int OK = 200;

    private final Liveness liveness;
    private final URI question;
    private final Consumer<String> verdict;
    private final CountDownLatch closed = new CountDownLatch(1);

    private LivenessWatch(Liveness liveness, URI question, Consumer<String> verdict) {
        this.liveness = liveness;
        this.question = question;
        this.verdict = verdict;
    }

    /**
     * Begins to ask.
     *
     * @param service where its requests go
     * @param verdict told, once at most, why the service is to be killed
     */
    static LivenessWatch start(Liveness liveness, URI service, Consumer<String> verdict) {
        LivenessWatch watch = new LivenessWatch(liveness, service.resolve(Liveness.PATH), verdict);
        Thread.ofPlatform().daemon().name("liveness").start(watch::run);
        return watch;
    }

    private void run() {
        int failures = 0;
        // The other version would be asked for by an upgrade, which a drowned service may never answer.
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!closed.await(liveness.period().toMillis(), TimeUnit.MILLISECONDS)) {
                String failure = ask(client);
                failures = failure.isEmpty() ? 0 : failures + 1;
                if (failures >= liveness.failures()) {
                    verdict.accept("GET " + Liveness.PATH + " failed " + failures + " time(s) in a row, asked every "
                            + liveness.period().toSeconds() + " s: " + failure);
                    break;
                }
            }
            client.shutdownNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it counts as dead; empty where it answered. */
    private String ask(HttpClient client) throws InterruptedException {
        Duration timeout = liveness.timeout();
        CompletableFuture<HttpResponse<Void>> pending = client.sendAsync(HttpRequest.newBuilder(question).timeout(
                timeout).build(), HttpResponse.BodyHandlers.discarding());
        try {
            int status = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status == OK ? "" : "status " + status;
        } catch (TimeoutException _) {
            pending.cancel(true);
            return noAnswer(timeout);
        } catch (ExecutionException e) {
            return e.getCause() instanceof HttpTimeoutException ? noAnswer(timeout) : String.valueOf(e
                    .getCause() instanceof IOException cause ? cause : e);
        }
    }

    private static String noAnswer(Duration timeout) {
        return "no answer within " + timeout.toSeconds() + " s";
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
