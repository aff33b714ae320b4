package avalanche.victim.vitals;

import avalanche.victim.fault.CallbackReader;
import avalanche.victim.fault.SlowCallback;
import avalanche.victim.setting.InvalidSetting;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the management port answers. */
public final class ManagementRoutes {
    private static final int MOST_BODY_BYTES = 65_536;

    private final JsonMapper json;
    private final VitalsReader vitals;
    private final Metrics metrics;
    private final TraversalRoute traversal;
    private final @Nullable SlowCallback callback;
    private volatile boolean up;

    /** Answers from these; without a callback there is no fault port. */
    public ManagementRoutes(JsonMapper json, VitalsReader vitals, Metrics metrics, TraversalRoute traversal,
            @Nullable SlowCallback callback) {
        this.json = json;
        this.vitals = vitals;
        this.metrics = metrics;
        this.traversal = traversal;
        this.callback = callback;
    }

    /** Requests are served from now on. */
    public void up() {
        up = true;
    }

    Answer answer(String method, String path, InputStream body) throws IOException {
        SlowCallback slow = callback;
        if (path.equals("/fault/callback") && slow != null) {
            return fault(slow, method, body);
        }
        return switch (path) {
            case "/health" -> onlyGet(method, this::health);
            case "/vitals" -> onlyGet(method, () -> json(200, "application/json", vitals.read()));
            case "/traversal" -> traversal(method, body);
            case "/prometheus" -> onlyGet(method, this::prometheus);
            default -> problem(404, "There is nothing at " + path + ".");
        };
    }

    Answer problem(int status, String detail) {
        return problem(status, detail, Map.of());
    }

    private Answer problem(int status, String detail, Map<String, String> more) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", detail);
        problem.putAll(more);
        return json(status, "application/problem+json", problem);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "Content Too Large";
            default -> "Internal Server Error";
        };
    }

    private Answer health() {
        return json(up ? 200 : 503, "application/json", Map.of("status", up ? "UP" : "STARTING"));
    }

    private Answer prometheus() {
        return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", Map.of(), metrics.scrape());
    }

    private Answer traversal(String method, InputStream body) throws IOException {
        return switch (method) {
            case "GET" -> json(200, "application/json", traversal.document());
            case "PUT" -> configured(body, traversal::configure, () -> json(200, "application/json", traversal
                    .document()));
            default -> notAllowed(method, "GET, PUT");
        };
    }

    private Answer fault(SlowCallback slow, String method, InputStream body) throws IOException {
        return switch (method) {
            case "GET" -> receipt(slow);
            case "DELETE" -> {
                slow.configure(null);
                yield receipt(slow);
            }
            case "PUT" -> configured(body, document -> slow.configure(new CallbackReader(json).read(document)),
                    () -> receipt(slow));
            default -> notAllowed(method, "GET, PUT, DELETE");
        };
    }

    /** Answers once the body has been set, or says why it cannot be. */
    private Answer configured(InputStream body, Consumer<byte[]> set, Answering answering) throws IOException {
        byte[] document = body.readNBytes(MOST_BODY_BYTES + 1);
        if (document.length > MOST_BODY_BYTES) {
            return problem(413, "The body is longer than " + MOST_BODY_BYTES + " bytes.");
        }
        try {
            set.accept(document);
        } catch (InvalidSetting invalid) {
            return invalid(invalid);
        }
        return answering.answer();
    }

    private Answer invalid(InvalidSetting invalid) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("field", invalid.field());
        more.put("value", invalid.value());
        more.put("allowed", invalid.allowed());
        String nearest = invalid.nearest();
        if (nearest != null) {
            more.put("nearest", nearest);
        }
        return problem(400, String.valueOf(invalid.getMessage()), more);
    }

    private Answer receipt(SlowCallback slow) {
        return json(200, "application/json", FaultDocument.of(slow.report()));
    }

    private Answer onlyGet(String method, Answering answering) {
        return method.equals("GET") ? answering.answer() : notAllowed(method, "GET");
    }

    private Answer notAllowed(String method, String allowed) {
        Answer problem = problem(405, method + " is not allowed here; allowed: " + allowed);
        return new Answer(405, problem.contentType(), Map.of("Allow", allowed), problem.body());
    }

    private Answer json(int status, String contentType, Object document) {
        return new Answer(status, contentType, Map.of(), json.writeValueAsString(document));
    }

    /** Gives an answer. */
    private interface Answering {
        Answer answer();
    }
}
