package avalanche.victim.vitals;

import avalanche.victim.StartFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The management port: three platform threads of high priority that share nothing with the requests. */
public final class ManagementServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
    private static final int THREADS = 3;
    private static final int BACKLOG = 64;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ManagementRoutes routes;

    private ManagementServer(HttpServer server, ExecutorService threads, ManagementRoutes routes) {
        this.server = server;
        this.threads = threads;
        this.routes = routes;
    }

    /**
     * Starts to serve the routes.
     *
     * @throws StartFailure where the port is taken or the address is not this machine's
     */
    public static ManagementServer start(String address, int port, ManagementRoutes routes) {
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException problem) {
            throw new StartFailure("cannot listen on " + address + ":" + port + " (victim.management.address, "
                    + "victim.management.port): " + problem.getMessage(),
                    "Stop what listens there, or set victim.management.port to a free port.", problem);
        }
        ExecutorService threads = threads();
        ManagementServer management = new ManagementServer(http, threads, routes);
        http.setExecutor(threads);
        http.createContext("/", management::handle);
        http.start();
        return management;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a hint only: nothing is wrong where a system ignores it
    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("management-", 1).daemon().priority(
                Thread.MAX_PRIORITY).factory());
    }

    /** Where it listens, which matters where the port was given as 0. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        try {
            return routes.answer(method, path, exchange.getRequestBody());
        } catch (RuntimeException failure) {
            LOG.error("management request {} {} failed", method, path, failure);
            return routes.problem(500, "The request failed; the log tells more.");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
