package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import avalanche.chaos.target.Container;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service under test, as it is started for the control and for the incident.
 *
 * @param strategy id of the map strategy, one of {@link #STRATEGIES} or of a plugin's
 * @param heapBytes limit of the heap
 * @param jvmOptions further options of its JVM, in order
 * @param settings settings of the service, by name
 * @param callback what the walk's callback costs per entry when all is well, in place from the start of the control and of the incident; null
 *         for nothing
 * @param traversal how walks are done; null for the strategy's own way
 * @param plugins a folder or jar with maps that the service does not have of itself; null for none
 * @param container what it gets on the platforms that run it in one
 */
public record Victim(String strategy, long heapBytes, List<String> jvmOptions, Map<String, String> settings,
        Fault.@Nullable SlowCallback callback, @Nullable Traversal traversal, @Nullable Path plugins,
        Container container) {
    /** The map strategies that the order service knows ({@code docs/service-contract.md}). */
    public static final List<String> STRATEGIES = List.of("locked", "dual-map", "segmented", "snapshot", "concurrent",
            "hash-trie");

    /** Those of them whose maps have no critical section that a walk can be kept in. */
    static final List<String> WITHOUT_SECTION = List.of("snapshot", "concurrent", "hash-trie");

    public Victim {
        if (heapBytes < 1) {
            throw new IllegalArgumentException("heapBytes is " + heapBytes + "; allowed: 1 or more");
        }
        jvmOptions = List.copyOf(jvmOptions);
        settings = Map.copyOf(settings);
    }

    /** Id of the mode that walks are done in. */
    public String mode() {
        return traversal == null ? Traversal.NATURAL : traversal.mode();
    }

    /** Every setting that the service is to be started with. */
    public Map<String, String> allSettings() {
        Map<String, String> all = new HashMap<>(settings);
        all.put("victim.map.strategy", strategy);
        if (traversal != null) {
            all.putAll(traversal.settings());
        }
        if (plugins != null) {
            all.put("victim.map.plugins", plugins.toAbsolutePath().normalize().toString());
        }
        return all;
    }
}
