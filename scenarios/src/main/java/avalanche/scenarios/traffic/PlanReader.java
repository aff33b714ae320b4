package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import avalanche.scenarios.traffic.TrafficPlan.Retry;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads a plan strictly, and collects every problem before it gives up. */
final class PlanReader {
    private static final long MAX_MILLIS = 3_600_000;
    private static final double MAX_RATE = 1e6;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> problems = new ArrayList<>();

    InjectorPlan read(String json) {
        JsonNode root = document(json);
        keys(root, "", "schema", "baseUri", "startAt", "seed", "timeoutMillis", "payloadBytes", "longPollMillis",
                "connections", "retry", "users", "phases");
        whole(root, "", "schema", InjectorPlan.SCHEMA, InjectorPlan.SCHEMA);
        URI baseUri = baseUri(root);
        Instant startAt = startAt(root);
        long seed = whole(root, "", "seed", Long.MIN_VALUE, Long.MAX_VALUE);
        Duration timeout = Duration.ofMillis(whole(root, "", "timeoutMillis", 1, MAX_MILLIS));
        int payload = (int) whole(root, "", "payloadBytes", 0, 16 << 20);
        Duration longPoll = Duration.ofMillis(whole(root, "", "longPollMillis", 0, MAX_MILLIS));
        Connections connections = connections(root);
        Retry retry = retry(root);
        int users = (int) whole(root, "", "users", 1, 1_000_000);
        List<Phase> phases = phases(root);
        if (!problems.isEmpty()) {
            throw new InvalidPlan(problems);
        }
        return new InjectorPlan(baseUri, startAt,
                new TrafficPlan(seed, phases, timeout, payload, longPoll, connections, retry, users));
    }

    private static JsonNode document(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new InvalidPlan(List.of("the plan is not JSON: " + e.getMessage()));
        }
        if (!root.isObject()) {
            throw new InvalidPlan(List.of("the plan is " + root.getNodeType() + "; allowed: one JSON object"));
        }
        return root;
    }

    private URI baseUri(JsonNode root) {
        String text = text(root, "", "baseUri");
        URI fallback = URI.create("http://127.0.0.1");
        if (text == null) {
            return fallback;
        }
        try {
            URI uri = URI.create(text);
            return new InjectorPlan(uri, null, PLACEHOLDER).baseUri();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return fallback;
        }
    }

    private static final TrafficPlan PLACEHOLDER = new TrafficPlan(0,
            List.of(new Phase("none", Duration.ofSeconds(1), Map.of())), Duration.ofSeconds(1), 0, Duration.ZERO,
            Connections.SHARED, null, 1);

    private @Nullable Instant startAt(JsonNode root) {
        if (!root.has("startAt")) {
            return null;
        }
        String text = text(root, "", "startAt");
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            problems.add("startAt is '" + text + "'; allowed: an instant such as 2026-01-01T00:00:05Z");
            return null;
        }
    }

    private Connections connections(JsonNode root) {
        String text = text(root, "", "connections");
        for (Connections connections : Connections.values()) {
            if (PlanWriter.id(connections).equals(text)) {
                return connections;
            }
        }
        if (text != null) {
            problems.add("connections is '" + text + "'; allowed: shared, per-request");
        }
        return Connections.SHARED;
    }

    private @Nullable Retry retry(JsonNode root) {
        JsonNode retry = root.path("retry");
        if (retry.isMissingNode()) {
            return null;
        }
        if (!retry.isObject()) {
            problems.add("retry is " + retry + "; allowed: an object with attempts and backOffMillis");
            return null;
        }
        keys(retry, "retry.", "attempts", "backOffMillis");
        return new Retry((int) whole(retry, "retry.", "attempts", 0, 100),
                Duration.ofMillis(whole(retry, "retry.", "backOffMillis", 0, MAX_MILLIS)));
    }

    private List<Phase> phases(JsonNode root) {
        JsonNode array = root.path("phases");
        if (!array.isArray() || array.isEmpty()) {
            problems.add("phases is " + shown(array) + "; allowed: an array of one phase or more");
            return List.of();
        }
        List<Phase> phases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String at = "phases[" + i + "].";
            JsonNode node = array.get(i);
            keys(node, at, "name", "seconds", "rates");
            String name = text(node, at, "name");
            if (name != null && !names.add(name)) {
                problems.add(at + "name is '" + name + "' again; allowed: a name of its own");
            }
            long seconds = whole(node, at, "seconds", 1, 10_000_000);
            phases.add(new Phase(name == null ? "?" : name, Duration.ofSeconds(seconds), rates(node, at + "rates")));
        }
        return phases;
    }

    private Map<Kind, Rate> rates(JsonNode phase, String at) {
        JsonNode object = phase.path("rates");
        Map<Kind, Rate> rates = new EnumMap<>(Kind.class);
        String[] kinds = Arrays.stream(Kind.values()).map(Kind::id).toArray(String[]::new);
        keys(object, at + ".", kinds);
        for (Kind kind : Kind.values()) {
            JsonNode rate = object.path(kind.id());
            if (!rate.isMissingNode()) {
                String place = at + "." + kind.id() + ".";
                keys(rate, place, "from", "to");
                rates.put(kind, new Rate(rate(rate, place, "from"), rate(rate, place, "to")));
            }
        }
        return rates;
    }

    private double rate(JsonNode node, String at, String key) {
        JsonNode value = node.path(key);
        if (value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= MAX_RATE) {
            return value.asDouble();
        }
        problems.add(at + key + " is " + shown(value) + "; allowed: a number, 0 to 1000000 per second");
        return 0;
    }

    private long whole(JsonNode node, String at, String key, long least, long most) {
        JsonNode value = node.path(key);
        if (value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= least
                && value.asLong() <= most) {
            return value.asLong();
        }
        problems.add(at + key + " is " + shown(value) + "; allowed: a whole number, " + least + " to " + most);
        return Math.max(least, 0);
    }

    private @Nullable String text(JsonNode node, String at, String key) {
        JsonNode value = node.path(key);
        if (value.isString() && !value.asString().isBlank()) {
            return value.asString();
        }
        problems.add(at + key + " is " + shown(value) + "; allowed: text");
        return null;
    }

    private void keys(JsonNode node, String at, String... allowed) {
        if (!node.isObject()) {
            problems.add((at.isEmpty() ? "the plan" : at.substring(0, at.length() - 1)) + " is " + shown(node)
                    + "; allowed: an object with " + String.join(", ", allowed));
            return;
        }
        Set<String> known = Set.of(allowed);
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                problems.add(at + key + " is unknown; allowed: " + String.join(", ", allowed));
            }
        }
    }

    private static String shown(JsonNode node) {
        return node instanceof MissingNode ? "missing" : node.toString();
    }
}
