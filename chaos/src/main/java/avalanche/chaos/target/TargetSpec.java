package avalanche.chaos.target;

import java.nio.file.Path;
import java.util.HashMap;
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
 * @param container what it gets where it runs in a container
 * @param room what it may come to need while it runs
 */
public record TargetSpec(String runId, long heapBytes, List<String> jvmOptions, Map<String, String> settings,
        Path directory, Container container, Room room) {
    /** The setting that names a jar or a folder of jars on this machine: a platform takes them to the service. */
    public static final String PLUGINS = "victim.map.plugins";

    private static final long MEBIBYTE = 1 << 20;

    public TargetSpec {
        if (heapBytes < 16 * MEBIBYTE) {
            throw new IllegalArgumentException("heapBytes is " + heapBytes + "; allowed: 16 MiB or more");
        }
        jvmOptions = List.copyOf(jvmOptions);
        settings = Map.copyOf(settings);
    }

    /** With room for no more than that. */
    public TargetSpec(String runId, long heapBytes, List<String> jvmOptions, Map<String, String> settings,
            Path directory, Container container) {
        this(runId, heapBytes, jvmOptions, settings, directory, container, Room.NONE);
    }

    /** In a container, the memory for a heap of this size. */
    public TargetSpec(String runId, long heapBytes, List<String> jvmOptions, Map<String, String> settings,
            Path directory) {
        this(runId, heapBytes, jvmOptions, settings, directory, Container.around(heapBytes));
    }

    /** The same with other settings: these are set, the others stay. */
    public TargetSpec with(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(changed);
        return new TargetSpec(runId, heapBytes, jvmOptions, all, directory, container);
    }

    /** The same in another container. */
    public TargetSpec in(Container other) {
        return new TargetSpec(runId, heapBytes, jvmOptions, settings, directory, other);
    }
}
