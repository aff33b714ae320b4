package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code victim}. */
final class VictimReader {
    /** Settings that every run needs its own values for, and where they are chosen instead. */
    static final Map<String, String> RESERVED = Map.ofEntries(Map.entry("server.port", "chosen for each run"),
            Map.entry("victim.management.port", "chosen for each run"),
            Map.entry("victim.management.address", "chosen by the platform"),
            Map.entry("victim.map.strategy", "victim.strategy"),
            Map.entry("victim.map.plugins", "victim.plugins"),
            Map.entry("victim.traversal.mode", "victim.traversal"),
            Map.entry("victim.traversal.batch", "victim.traversal"),
            Map.entry("victim.traversal.pages-per-second", "victim.traversal"),
            Map.entry("victim.traversal.deadline", "victim.traversal"),
            Map.entry("victim.traversal.entries-per-second", "victim.traversal"),
            Map.entry("victim.fault.enabled", "always on in a rehearsal"));

    private static final Pattern HEAP_OPTION = Pattern.compile(
            "-Xmx.*|-XX:(MaxHeapSize|MaxRAM|MaxRAMPercentage|MaxRAMFraction)=.*");
    private static final long LEAST_HEAP = 16L << 20;
    private static final long MOST_HEAP = 1024L << 30;

    private VictimReader() {}

    /** @param folder the incident file's, which paths in it start from */
    static @Nullable Victim read(Section section, Path folder) {
        Path plugins = section.optional("plugins", text -> plugins(folder, text));
        String strategy = strategy(section);
        Long heap = section.required("heap", "a size, such as 192 MiB", text -> Quantity.size(text, LEAST_HEAP,
                MOST_HEAP));
        List<String> options = options(section);
        Map<String, String> settings = settings(section);
        Section cost = section.section("callback");
        Fault.SlowCallback callback = cost == null ? null : CallbackReader.read(cost);
        Traversal traversal = TraversalReader.read(section);
        if (strategy != null && traversal != null && !section.has("plugins")) {
            checkSection(section, strategy, traversal);
        }
        return strategy == null || heap == null
                ? null
                : new Victim(strategy, heap, options, settings, callback, traversal, plugins, ContainerReader.read(
                        section,
                        heap));
    }

    /** A strategy that the service has, or any where there are plugins, which only the service can look into. */
    private static @Nullable String strategy(Section section) {
        return section.required("strategy", String.join(", ", Victim.STRATEGIES), section.has("plugins")
                ? Sections::name
                : Section.word(Victim.STRATEGIES));
    }

    private static void checkSection(Section section, String strategy, Traversal traversal) {
        if (Victim.WITHOUT_SECTION.contains(strategy) && Traversal.IN_A_SECTION.contains(traversal.mode())) {
            List<String> allowed = Traversal.MODES.keySet().stream().filter(mode -> !Traversal.IN_A_SECTION.contains(
                    mode)).toList();
            section.problems().add(section.placeOf("traversal"), section.below("traversal"), "'" + traversal.mode()
                    + "' needs a map with a critical section, which '" + strategy + "' does not have", allowed, null);
        }
    }

    private static Path plugins(Path folder, String text) throws Unfit {
        String what = "a folder of jars, or a jar; relative paths start from the incident file's folder";
        try {
            Path path = folder.resolve(text);
            if (!Files.exists(path)) {
                throw new Unfit("there is nothing at '" + path + "'", what);
            }
            if (!Files.isDirectory(path) && !text.endsWith(".jar")) {
                throw new Unfit("'" + path + "' is neither a folder nor a jar", what);
            }
            return path;
        } catch (InvalidPathException _) {
            throw new Unfit("'" + text + "' is not a path", what);
        }
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

    /** The key {@code settings}; a setting that is chosen elsewhere is a problem. */
    static Map<String, String> settings(Section section) {
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
