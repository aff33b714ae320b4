package avalanche.scenarios.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the service walks over its map.
 *
 * @param mode id of the mode, one of {@link #MODES}
 * @param limits what the mode takes, by the file's key, as the service's settings write it; where one is absent, the
 *         service has its own
 */
public record Traversal(String mode, Map<String, String> limits) {
    /** The mode of a file that says nothing: the strategy's own walk. */
    public static final String NATURAL = "natural";

    /** The modes that the order service knows ({@code docs/service-contract.md}), and the keys that each takes. */
    static final Map<String, List<String>> MODES = modes();

    /** The modes that need a map with a critical section. */
    static final List<String> IN_A_SECTION = List.of("held", "copied", "yielding-held");

    public Traversal {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }

    /** The service's settings that say so. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("victim.traversal.mode", mode);
        limits.forEach((key, value) -> settings.put("victim.traversal." + key, value));
        return settings;
    }

    private static Map<String, List<String>> modes() {
        Map<String, List<String>> modes = new LinkedHashMap<>();
        modes.put(NATURAL, List.of());
        modes.put("held", List.of());
        modes.put("copied", List.of());
        modes.put("yielding", List.of("batch"));
        modes.put("yielding-held", List.of("batch"));
        modes.put("paged", List.of("batch", "pages-per-second"));
        modes.put("bounded", List.of("deadline", "entries-per-second"));
        return Collections.unmodifiableMap(modes);
    }
}
