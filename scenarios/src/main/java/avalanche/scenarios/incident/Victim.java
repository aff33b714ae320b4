package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service under test, as it is started for the control and for the incident.
 *
 * @param strategy id of the map strategy, one of {@link #STRATEGIES}
 * @param heapBytes limit of the heap
 * @param jvmOptions further options of its JVM, in order
 * @param settings settings of the service, by name
 * @param callback what the walk's callback costs per entry when all is well, in place from the start of the control and of the incident; null
 *         for nothing
 */
public record Victim(String strategy, long heapBytes, List<String> jvmOptions, Map<String, String> settings,
        Fault.@Nullable SlowCallback callback) {
    /** The map strategies that the order service knows ({@code docs/service-contract.md}). */
    public static final List<String> STRATEGIES = List.of("locked", "dual-map", "segmented", "snapshot", "concurrent");

    public Victim {
        if (heapBytes < 1) {
            throw new IllegalArgumentException("heapBytes is " + heapBytes + "; allowed: 1 or more");
        }
        jvmOptions = List.copyOf(jvmOptions);
        settings = Map.copyOf(settings);
    }
}
