package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.InjectorProcess.Result;
import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import avalanche.scenarios.traffic.TrafficPlan.Retry;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real injector against real sockets: every way a request can end is told apart, and nothing is left out. */
class InjectorIT {
    @TempDir
    private Path directory;

    private Result run(URI service, TrafficPlan traffic) throws IOException, InterruptedException {
        try (InjectorProcess injector = InjectorProcess.start(directory,
                new InjectorPlan(service, null, traffic).toJson(), 0, 1)) {
            return injector.await();
        }
    }

    private static TrafficPlan reads() {
        return Plans.of(5, Plans.steady("only", 2, Kind.READ, 20));
    }

    private static Interval.OfKind of(Result result, Kind kind) {
        assertThat(result.exit()).as(result.err()).isZero();
        return Objects.requireNonNull(result.sumFrom(0).kinds().get(kind.id()));
    }

    @Test
    void statusesAndTimeoutsAreToldApart() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/orders", exchange -> {
            exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "POST" -> {
                    exchange.getResponseHeaders().add("Location", "/orders/abc");
                    exchange.sendResponseHeaders(201, -1);
                }
                case "PUT" -> exchange.sendResponseHeaders(
                        exchange.getRequestURI().getPath().endsWith("/abc") ? 503 : 404, -1);
                case "DELETE" -> {
                    return;
                }
                default -> exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        server.start();
        Rate rate = new Rate(20, 20);
        Phase phase = new Phase("all", Duration.ofSeconds(2), Map.of(Kind.CREATE, rate, Kind.READ, rate, Kind.UPDATE,
                rate, Kind.DELETE, rate, Kind.EXPORT, rate));
        Result result = run(URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Plans.with(Plans.of(5, phase), Duration.ofSeconds(6), Connections.SHARED, 500));
        server.stop(0);

        assertThat(of(result, Kind.CREATE).counts()).isEqualTo(new Counts(40, 40, 40, Map.of(), 0, 0, 0));
        assertThat(of(result, Kind.READ).counts()).isEqualTo(new Counts(40, 40, 40, Map.of(), 0, 0, 0));
        assertThat(of(result, Kind.EXPORT).counts()).isEqualTo(new Counts(40, 40, 40, Map.of(), 0, 0, 0));
        assertThat(of(result, Kind.DELETE).counts()).isEqualTo(new Counts(40, 40, 0, Map.of(), 40, 0, 0));
        Counts updates = of(result, Kind.UPDATE).counts();
        assertThat(updates.sent()).isEqualTo(40);
        assertThat(updates.failedByStatus().keySet()).isSubsetOf(404, 503).contains(503);
        assertThat(updates.failed()).isEqualTo(40);
        assertThat(of(result, Kind.DELETE).service().getMinValue()).isGreaterThan(5_900_000_000L);
        assertThat(result.lines().getFirst()).isInstanceOf(InjectorLine.Ready.class);
        assertThat(result.lines().getLast()).isEqualTo(new InjectorLine.End(200, 200, 200, result.intervals().size()));
        assertThat(result.intervals()).extracting(Interval::second)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, result.intervals().size()).boxed()
                        .toList());
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TrafficPlan plan = reads();
        Result result = run(URI.create("http://127.0.0.1:" + port), new TrafficPlan(plan.seed(), plan.phases(),
                plan.timeout(), 64, Duration.ZERO, Connections.SHARED, new Retry(2, Duration.ofMillis(10)), 50));

        assertThat(of(result, Kind.READ).counts()).isEqualTo(new Counts(40, 40, 0, Map.of(), 0, 40, 0));
        assertThat(of(result, Kind.READ).response().getTotalCount()).isZero();
        assertThat(result.lines().getLast()).isEqualTo(new InjectorLine.End(40, 40, 120, result.intervals().size()));
    }

    @Test
    void aConnectionClosedHalfWayIsLost() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> cutOff(server));
            Result result = run(URI.create("http://127.0.0.1:" + server.getLocalPort()),
                    Plans.with(reads(), Duration.ofSeconds(2), Connections.PER_REQUEST, 50));

            assertThat(of(result, Kind.READ).counts()).isEqualTo(new Counts(40, 40, 0, Map.of(), 0, 0, 40));
            assertThat(of(result, Kind.READ).response().getTotalCount()).isEqualTo(40);
        }
    }

    /** Announces ten bytes, sends two, and closes: every other time by a reset. */
    private static void cutOff(ServerSocket server) {
        try {
            for (boolean reset = false; !server.isClosed(); reset = !reset) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[1 << 12]);
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi".getBytes(ISO_8859_1));
                    socket.setSoLinger(reset, 0);
                }
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void twoShardsAreOne() throws Exception {
        TrafficPlan traffic = Plans.of(9, Plans.steady("only", 3, Kind.CREATE, 101));
        try (TrivialServer server = TrivialServer.start()) {
            String plan = new InjectorPlan(server.uri(), Instant.now().plusSeconds(9), traffic).toJson();
            try (InjectorProcess first = InjectorProcess.start(directory, plan, 0, 2);
                    InjectorProcess second = InjectorProcess.start(directory, plan, 1, 2)) {
                List<Result> results = List.of(first.await(), second.await());
                ShardMerger merger = new ShardMerger(2);
                Counts sum = Counts.NONE;
                for (int shard = 0; shard < 2; shard++) {
                    for (Interval interval : results.get(shard).intervals()) {
                        for (Interval whole : merger.add(shard, interval)) {
                            sum = sum.plus(Objects.requireNonNull(whole.kinds().get("create")).counts());
                        }
                    }
                    for (Interval whole : merger.end(shard)) {
                        sum = sum.plus(Objects.requireNonNull(whole.kinds().get("create")).counts());
                    }
                }

                assertThat(sum).isEqualTo(new Counts(303, 303, 303, Map.of(), 0, 0, 0));
                assertThat(server.requests()).isEqualTo(303);
            }
        }
    }

    @Test
    void anInvalidPlanEndsWithTwo() throws Exception {
        try (InjectorProcess injector = InjectorProcess.start(directory, "{\"schema\": 1}", 0, 1)) {
            Result result = injector.await();

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.lines()).isEmpty();
            assertThat(result.err()).contains("baseUri is missing", "phases is missing");
        }
    }
}
