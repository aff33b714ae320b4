package avalanche.scenarios.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small incident file that is right, for tests that break it. */
final class Sample {
    static final String PATH = "small.yaml";

    static final String TEXT = """
            schema: 1
            id: small
            title: A small one
            story: It happened.
            victim:
              strategy: locked
              heap: 64 MiB
              jvm: [-XX:+UseSerialGC]
              settings: {victim.map.segments: 8}
              callback: {delay: 12 us}
            traffic:
              seed: 7
              users: 10
              timeout: 5 s
              phases:
                healthy: {duration: 10 s, create: 20/s, export: 4/s}
                incident: {duration: 20 s, create: 50/s -> 60/s, export: 4/s}
            faults:
              slow: {type: slow-callback, from: incident, delay: 120 us}
            conditions:
              grown:
                {title: Grown, metric: entries, statistic: max, window: {phase: incident}, bound: ">= 100"}
            symptoms:
              writes:
                {title: Slow, metric: response-time, requests: writes, statistic: p99, window: {phase: incident}, bound: "> 120 ms"}
              pile-up:
                {title: Pile, metric: in-flight, statistic: growth, baseline: healthy, window: {phase: incident, until: death}, bound: ">= 9"}
            """;

    private Sample() {}

    /** The sample with one text in place of another, which must occur in it. */
    static String with(String old, String replacement) {
        if (!TEXT.contains(old)) {
            throw new AssertionError("the sample does not contain '" + old + "'");
        }
        return TEXT.replace(old, replacement);
    }

    static Incident read(String text, @Nullable String variant, @Nullable String size, String... overrides) {
        return switch (IncidentReader.read(text, PATH, variant, size, List.of(overrides))) {
            case Reading.Read(Incident incident) -> incident;
            case Reading.Refused(List<Problem> problems) -> throw new AssertionError(render(problems));
        };
    }

    static List<Problem> refused(String text, String... overrides) {
        return switch (IncidentReader.read(text, PATH, null, null, List.of(overrides))) {
            case Reading.Read _ -> List.of();
            case Reading.Refused(List<Problem> problems) -> problems;
        };
    }

    static String render(List<Problem> problems) {
        return String.join("\n", problems.stream().map(Problem::render).toList());
    }
}
