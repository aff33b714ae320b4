package avalanche.scenarios.traffic;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of {@code docs/injector-protocol.md} strictly. */
final class LineReader {
    private static final int SHOWN = 200;

    private LineReader() {}

    static InjectorLine read(String line) {
        try {
            JsonNode node = JsonMapper.shared().readTree(line);
            String type = node.path("type").asString("missing");
            return switch (type) {
                case "ready" -> ready(node);
                case "interval" -> new InjectorLine.Measured(interval(node));
                case "end" -> end(node);
                default -> throw new IllegalArgumentException("type is " + type + "; allowed: ready, interval, end");
            };
        } catch (IllegalArgumentException | DateTimeException | JacksonException | DataFormatException e) {
            throw new IllegalArgumentException("not an injector's line: " + e.getMessage() + ", in: "
                    + line.substring(0, Math.min(SHOWN, line.length())), e);
        }
    }

    private static InjectorLine ready(JsonNode node) {
        keys(node, Set.of("type", "schema", "injector", "planned", "startAt"));
        if (whole(node, "schema") != InjectorPlan.SCHEMA) {
            throw new IllegalArgumentException("schema is " + node.path("schema") + "; allowed: "
                    + InjectorPlan.SCHEMA);
        }
        return new InjectorLine.Ready(text(node, "injector"), whole(node, "planned"),
                Instant.parse(text(node, "startAt")));
    }

    private static InjectorLine end(JsonNode node) {
        keys(node, Set.of("type", "planned", "sent", "attempts", "seconds"));
        return new InjectorLine.End(whole(node, "planned"), whole(node, "sent"), whole(node, "attempts"),
                Math.toIntExact(whole(node, "seconds")));
    }

    private static Interval interval(JsonNode node) throws DataFormatException {
        keys(node, Set.of("type", "second", "kinds", "lateness"));
        Map<String, Interval.OfKind> kinds = new HashMap<>();
        for (Map.Entry<String, JsonNode> kind : node.path("kinds").properties()) {
            kinds.put(kind.getKey(), ofKind(kind.getValue()));
        }
        return new Interval(Math.toIntExact(whole(node, "second")), kinds, histogram(node, "lateness"));
    }

    private static Interval.OfKind ofKind(JsonNode node) throws DataFormatException {
        keys(node, Set.of("planned", "sent", "ok", "failed", "timedOut", "refused", "lost", "response", "service"));
        Map<Integer, Long> failed = new HashMap<>();
        for (String status : node.path("failed").propertyNames()) {
            failed.put(Integer.valueOf(status), whole(node.path("failed"), status));
        }
        Counts counts = new Counts(whole(node, "planned"), whole(node, "sent"), whole(node, "ok"), failed,
                whole(node, "timedOut"), whole(node, "refused"), whole(node, "lost"));
        return new Interval.OfKind(counts, histogram(node, "response"), histogram(node, "service"));
    }

    private static Histogram histogram(JsonNode node, String key) throws DataFormatException {
        byte[] bytes = Base64.getDecoder().decode(text(node, key));
        return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
    }

    private static long whole(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber() || value.asLong() < 0) {
            throw new IllegalArgumentException(key + " is " + (value.isMissingNode() ? "missing" : value)
                    + "; allowed: a whole number, 0 or more");
        }
        return value.asLong();
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException(key + " is " + (value.isMissingNode() ? "missing" : value)
                    + "; allowed: text");
        }
        return value.asString();
    }

    private static void keys(JsonNode node, Set<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(key + " is unknown; allowed: " + known.stream().sorted().toList());
            }
        }
    }
}
