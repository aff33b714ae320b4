package avalanche.chaos.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A service that misbehaves as the setting {@code fake.mode} says: {@code serve}, {@code stubborn} (does not end on
 * SIGTERM) or {@code leave} (exits 0 before it is ready). {@code PUT /exhaust} fills its heap, {@code PUT /exit} exits
 * with 3, {@code GET /vitals} tells its strategy. JDK only: it is packed into a jar of its own.
 */
final class FakeService {
    private FakeService() {}

    /** Serves until it is ended. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            String[] parts = arg.substring(2).split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        String mode = settings.getOrDefault("fake.mode", "serve");
        System.out.println("fake service in mode " + mode);
        if (mode.equals("leave")) {
            System.out.println("leaving");
            return;
        }
        if (mode.equals("stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(FakeService::never));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(
                settings.get(
                        "victim.management.port"))), 0);
        server.createContext("/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        String strategy = settings.getOrDefault("victim.map.strategy", "none");
        server.createContext("/vitals", exchange -> answer(exchange, "{\"strategy\":\"" + strategy + "\"}"));
        server.createContext("/exhaust", exchange -> {
            answer(exchange, "{}");
            exhaust();
        });
        server.createContext("/exit", exchange -> {
            answer(exchange, "{}");
            Runtime.getRuntime().halt(3);
        });
        server.start();
        never();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void exhaust() {
        List<byte[]> hoard = new ArrayList<>();
        while (hoard.size() < 1_000_000) {
            hoard.add(new byte[1 << 16]);
        }
        System.out.println(hoard.size());
    }

    private static void never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
