package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code victim}. */
final class VictimReader {
    /** Settings that every run needs its own values for, and where they are chosen instead. */
    static final Map<String, String> RESERVED = Map.of("server.port", "chosen for each run", "victim.management.port",
            "chosen for each run", "victim.management.address", "chosen by the platform", "victim.map.strategy",
            "victim.strategy", "victim.fault.enabled", "always on in a rehearsal");

    private static final Pattern HEAP_OPTION = Pattern.compile(
            "-Xmx.*|-XX:(MaxHeapSize|MaxRAM|MaxRAMPercentage|MaxRAMFraction)=.*");
    private static final long LEAST_HEAP = 16L << 20;
    private static final long MOST_HEAP = 1024L << 30;

    private VictimReader() {}

    static @Nullable Victim read(Section section) {
        String strategy = section.required("strategy", String.join(", ", Victim.STRATEGIES), Section.word(
                Victim.STRATEGIES));
        Long heap = section.required("heap", "a size, such as 192 MiB", text -> Quantity.size(text, LEAST_HEAP,
                MOST_HEAP));
        List<String> options = options(section);
        Map<String, String> settings = settings(section);
        Section cost = section.section("callback");
        Fault.SlowCallback callback = cost == null ? null : CallbackReader.read(cost);
        return strategy == null || heap == null ? null : new Victim(strategy, heap, options, settings, callback);
    }

    private static List<String> options(Section section) {
        List<String> options = new ArrayList<>();
        for (Tree.Scalar item : section.items("jvm")) {
            String option = item.text();
            String path = section.below("jvm");
            if (!option.startsWith("-")) {
                section.problems().add(item.place(), path, "'" + option + "' is not an option",
                        "options that begin with a hyphen, such as -XX:+UseSerialGC");
            } else if (HEAP_OPTION.matcher(option).matches()) {
                section.problems().add(item.place(), path, "'" + option + "' limits the heap, which victim.heap does",
                        "other options");
            } else {
                options.add(option);
            }
        }
        return options;
    }

    private static Map<String, String> settings(Section section) {
        Map<String, String> settings = new LinkedHashMap<>();
        Section inner = section.section("settings");
        if (inner == null) {
            return settings;
        }
        inner.mapping().entries().forEach((name, entry) -> {
            String chosen = RESERVED.get(name);
            if (chosen != null) {
                inner.problems().add(entry.key(), inner.below(name), "cannot be set here: " + chosen,
                        "other settings of the service");
            } else if (entry.value() instanceof Tree.Scalar scalar) {
                settings.put(name, scalar.text());
            }
        });
        return settings;
    }
}
