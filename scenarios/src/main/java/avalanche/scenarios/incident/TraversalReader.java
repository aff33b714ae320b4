package avalanche.scenarios.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code traversal}: a mode alone, or a mapping of a mode and what it takes. */
final class TraversalReader {
    private static final long LARGEST_BATCH = 1_000_000;
    private static final long MOST_PAGES = 10_000;
    private static final long MOST_ENTRIES = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Map<String, Section.Parser<String>> LIMITS = Map.of(
            "batch", text -> Long.toString(Quantity.whole(text, 1, LARGEST_BATCH)),
            "pages-per-second", text -> perSecond(text, MOST_PAGES),
            "deadline", TraversalReader::millis,
            "entries-per-second", text -> perSecond(text, MOST_ENTRIES));

    private TraversalReader() {}

    /** How walks are done; null where the victim's section does not say or there is a problem with it. */
    static @Nullable Traversal read(Section victim) {
        Section.Parser<String> mode = Section.word(List.copyOf(Traversal.MODES.keySet()));
        Section inner = victim.section("traversal");
        if (inner == null) {
            String alone = victim.optional("traversal", mode);
            return alone == null ? null : new Traversal(alone, Map.of());
        }
        String name = inner.required("mode", String.join(", ", Traversal.MODES.keySet()), mode);
        return name == null ? null : new Traversal(name, limits(inner, name));
    }

    private static Map<String, String> limits(Section section, String mode) {
        Map<String, String> limits = new LinkedHashMap<>();
        List<String> taken = Traversal.MODES.getOrDefault(mode, List.of());
        List<String> allowed = new ArrayList<>(List.of("mode"));
        allowed.addAll(taken);
        LIMITS.keySet().stream().sorted().filter(key -> section.has(key) && !taken.contains(key))
                .forEach(key -> section.problems().add(section.placeOf(key), section.below(key), "does not belong to "
                        + mode, allowed, null));
        for (String key : taken) {
            Section.Parser<String> parser = LIMITS.get(key);
            String value = parser == null ? null : section.optional(key, parser);
            if (value != null) {
                limits.put(key, value);
            }
        }
        return limits;
    }

    private static String perSecond(String text, long most) throws Unfit {
        String number = text.strip().replaceFirst("\\s*/\\s*s$", "");
        return Long.toString(Quantity.whole(number, 1, most));
    }

    private static String millis(String text) throws Unfit {
        Duration duration = Quantity.duration(text, SHORTEST, LONGEST);
        if (duration.toNanosPart() % 1_000_000 != 0) {
            throw new Unfit("'" + text + "' is not a whole number of milliseconds", "250 ms", "2 s");
        }
        return duration.toMillis() + "ms";
    }
}
