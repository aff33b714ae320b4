package avalanche.scenarios.incident;

import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Container;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code mitigations}. */
final class MitigationsReader {
    /** The types of mitigations, each with the keys that belong to it. */
    static final Map<String, List<String>> TYPES = Map.of("scale-out", List.of("replicas"), "rollout", List.of(
            "strategy", "traversal", "settings", "image"), "more-memory", List.of("memory"), "more-cpu", List.of(
                    "cpus"), "restart", List.of());

    private static final List<String> COMMON = List.of("type", "title", "about", "quote", "from", "after");
    private static final long MOST_REPLICAS = 100;
    private static final long LEAST_MEMORY = 64L << 20;
    private static final long MOST_MEMORY = 1024L << 30;
    private static final double LEAST_CPUS = 0.1;
    private static final double MOST_CPUS = 1024;

    private final Moments moments;
    private final @Nullable Victim victim;

    /** @param victim the service as it is started, null where it could not be read */
    MitigationsReader(List<Phase> phases, @Nullable Victim victim) {
        this.moments = new Moments(phases);
        this.victim = victim;
    }

    /** The types, in alphabetical order. */
    static List<String> types() {
        return TYPES.keySet().stream().sorted().toList();
    }

    List<TimedMitigation> read(Section section) {
        List<TimedMitigation> mitigations = new ArrayList<>();
        section.sections().forEach((id, inner) -> {
            TimedMitigation mitigation = mitigation(id, inner);
            if (mitigation != null) {
                mitigations.add(mitigation);
            }
        });
        return mitigations;
    }

    private @Nullable TimedMitigation mitigation(String id, Section section) {
        String type = section.required("type", String.join(", ", types()), Section.word(types()));
        String title = section.required("title", "one line", Section.text());
        String about = section.optional("about", Section.text());
        String quote = section.optional("quote", Section.text());
        Moments.Moment moment = moments.begin(section);
        if (type == null) {
            return null;
        }
        foreign(section, type);
        Mitigation mitigation = switch (type) {
            case "scale-out" -> scaleOut(section);
            case "rollout" -> RolloutReader.read(section, victim);
            case "more-memory" -> moreMemory(section);
            case "more-cpu" -> moreCpu(section);
            default -> new Mitigation.Restart(); // the word was checked above
        };
        return title == null || moment == null || mitigation == null
                ? null
                : new TimedMitigation(id, title, about, quote, mitigation, moment.phase(), moment.after());
    }

    private static void foreign(Section section, String type) {
        List<String> own = TYPES.getOrDefault(type, List.of());
        List<String> allowed = Stream.concat(COMMON.stream(), own.stream()).toList();
        TYPES.values().stream().flatMap(List::stream).sorted().filter(key -> section.has(key) && !own.contains(key))
                .forEach(key -> section.problems().add(section.placeOf(key), section.below(key), "does not belong to "
                        + type, allowed, null));
    }

    private static @Nullable Mitigation scaleOut(Section section) {
        Long replicas = section.required("replicas", "2 to " + MOST_REPLICAS, text -> Quantity.whole(text, 2,
                MOST_REPLICAS));
        return replicas == null ? null : new Mitigation.ScaleOut(replicas.intValue());
    }

    private @Nullable Mitigation moreMemory(Section section) {
        Long memory = section.required("memory", "a size, such as 1 GiB", text -> Quantity.size(text, LEAST_MEMORY,
                MOST_MEMORY));
        Container now = victim == null ? null : victim.container();
        if (memory != null && now != null && memory <= now.memoryBytes()) {
            section.problems().add(section.placeOf("memory"), section.below("memory"), "is " + Words.size(memory),
                    "more than the service has, " + Words.size(now.memoryBytes()));
            return null;
        }
        return memory == null ? null : new Mitigation.MoreMemory(memory);
    }

    private @Nullable Mitigation moreCpu(Section section) {
        Double cpus = section.required("cpus", "a number of processors, such as 2", text -> Quantity.decimal(text,
                LEAST_CPUS, MOST_CPUS));
        Container now = victim == null ? null : victim.container();
        if (cpus != null && now != null && cpus <= now.cpus()) {
            section.problems().add(section.placeOf("cpus"), section.below("cpus"), "is " + Words.number(cpus),
                    "more than the service has, " + Words.number(now.cpus()));
            return null;
        }
        return cpus == null ? null : new Mitigation.MoreCpu(cpus);
    }
}
