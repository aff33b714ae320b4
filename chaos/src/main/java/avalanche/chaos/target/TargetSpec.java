package avalanche.chaos.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The service to start.
 *
 * @param runId label of everything that is started for it
 * @param heapBytes heap limit
 * @param jvmOptions further JVM options, in order
 * @param settings the service's own settings, such as {@code victim.map.strategy}
 * @param directory where logs of its lives are written; exists
 */
public record TargetSpec(String runId, long heapBytes, List<String> jvmOptions, Map<String, String> settings,
        Path directory) {
    private static final long MEBIBYTE = 1 << 20;

    public TargetSpec {
        if (heapBytes < 16 * MEBIBYTE) {
            throw new IllegalArgumentException("heapBytes is " + heapBytes + "; allowed: 16 MiB or more");
        }
        jvmOptions = List.copyOf(jvmOptions);
        settings = Map.copyOf(settings);
    }
}
