package avalanche.scenarios.incident;

import avalanche.scenarios.traffic.TrafficPlan.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of the incident file, version {@link Incident#SCHEMA}. */
final class Format {
    /** A single value of any sort. */
    static final Shape VALUE = new Shape.Value(Shape.Value.Sort.ANY);

    private static final Shape TEXT = new Shape.Value(Shape.Value.Sort.TEXT);
    private static final Shape NUMBER = new Shape.Value(Shape.Value.Sort.NUMBER);

    private static final Shape DELAY = new Shape.Either(keys("distribution", "value", "min", "max", "median")
            .with("sigma", NUMBER));

    private static final Shape.Keys CALLBACK = new Shape.Keys(Map.of()).with("delay", DELAY).with("mode", VALUE);

    private static final Shape TRAVERSAL = new Shape.Either(keys("mode", "batch", "pages-per-second", "deadline",
            "entries-per-second").with("batch", NUMBER));

    private static final Shape.Keys SYMPTOM = keys("title", "metric", "requests", "statistic").with("title", TEXT)
            .with("window", keys("phase", "until", "worst"))
            .with("baseline", VALUE).with("bound", VALUE).with("quote", TEXT);

    private static final Shape.Keys VICTIM = keys("strategy", "heap")
            .with("jvm", new Shape.Values())
            .with("settings", new Shape.Open())
            .with("callback", CALLBACK)
            .with("traversal", TRAVERSAL)
            .with("plugins", VALUE)
            .with("container", keys("memory", "heap").with("cpus", NUMBER).with("liveness", keys("period", "timeout")
                    .with("failures", NUMBER)));

    private static final Shape.Keys TRAFFIC = keys("seed", "timeout", "payload", "long-poll", "connections", "users")
            .with("seed", NUMBER).with("users", NUMBER)
            .with("retry", keys("attempts", "back-off").with("attempts", NUMBER))
            .with("phases", new Shape.Named(phase()));

    private static final Shape.Keys FAULT = keys("type", "from", "after", "until", "manifest").with("cpus", NUMBER)
            .with("delay", DELAY).with("mode", VALUE);
    private static final Shape.Keys MITIGATION = keys("type", "from", "after", "strategy", "image", "memory")
            .with("title", TEXT).with("about", TEXT).with("quote", TEXT).with("replicas", NUMBER).with("cpus", NUMBER)
            .with("traversal", TRAVERSAL).with("settings", new Shape.Open());

    /** A file without its overlays: what remains when a size and a variant are laid over it. */
    static final Shape.Keys MERGED = keys("schema", "id", "title", "story", "source")
            .with("schema", NUMBER).with("title", TEXT).with("story", TEXT).with("source", TEXT)
            .with("victim", VICTIM)
            .with("traffic", TRAFFIC)
            .with("faults", new Shape.Named(FAULT))
            .with("mitigations", new Shape.Named(MITIGATION))
            .with("conditions", new Shape.Named(SYMPTOM))
            .with("symptoms", new Shape.Named(SYMPTOM));

    /** A size, and the part of a variant that holds for one size. */
    static final Shape.Keys OVERLAY = MERGED.without("schema", "id").with("about", TEXT);

    /** A variant. */
    static final Shape.Keys VARIANT = OVERLAY.with("sizes", new Shape.Named(OVERLAY));

    /** A whole file. */
    static final Shape.Keys FILE = MERGED
            .with("sizes", new Shape.Named(OVERLAY))
            .with("variants", new Shape.Named(VARIANT));

    private Format() {}

    /** Every path of a shape, {@code NAME} standing for names that the author chooses: {@code traffic.phases.NAME.create}. */
    static List<String> paths(Shape shape) {
        return switch (shape) {
            case Shape.Keys keys -> below(keys);
            case Shape.Either(Shape.Keys keys) -> below(keys);
            case Shape.Named(Shape each) -> Stream.concat(Stream.of("NAME"), paths(each).stream().map(path -> "NAME."
                    + path)).toList();
            case Shape.Open _,Shape.Values _,Shape.Value _ -> List.of();
        };
    }

    private static List<String> below(Shape.Keys keys) {
        return keys.keys().entrySet().stream().flatMap(key -> Stream.concat(Stream.of(key.getKey()), paths(key
                .getValue())
                .stream().map(path -> key.getKey() + "." + path))).toList();
    }

    private static Shape.Keys phase() {
        Shape.Keys phase = keys("duration");
        for (Kind kind : Kind.values()) {
            phase = phase.with(kind.id(), VALUE);
        }
        return phase;
    }

    private static Shape.Keys keys(String... names) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        for (String name : names) {
            keys.put(name, VALUE);
        }
        return new Shape.Keys(keys);
    }
}
