package avalanche.chaos.image;

import avalanche.chaos.target.TargetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arguments that containers of our images get, without the entry point: pure functions. */
public final class ContainerCommands {
    private static final String ANYWHERE = "0.0.0.0";
    private static final long MEBIBYTE = 1 << 20;
    /** Where the heap's limit stands among the service's arguments. */
    private static final int HEAP = 1;

    private ContainerCommands() {}

    /**
     * Runs one life of the service. Settings of the spec win over the harness's own, but for the ports, which are the
     * container's; a report of a crash goes to the log, since nothing else outlives the container.
     */
    public static List<String> victim(TargetSpec spec) {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Davalanche.run=" + spec.runId());
        arguments.add(heap(spec.container().heapBytes()));
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.add("-XX:+ErrorFileToStdout");
        arguments.addAll(spec.jvmOptions());
        arguments.add("-jar");
        arguments.add(ContainerPaths.VICTIM_JAR);
        settings(spec.settings()).forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return List.copyOf(arguments);
    }

    /**
     * The arguments of {@link #victim} with other settings: these are set, the others stay.
     *
     * @param victim as {@link #victim} made them
     */
    public static List<String> withSettings(List<String> victim, Map<String, String> changed) {
        int end = victim.indexOf(ContainerPaths.VICTIM_JAR) + 1;
        Map<String, String> settings = new TreeMap<>();
        for (String argument : victim.subList(end, victim.size())) {
            String[] parts = argument.substring("--".length()).split("=", 2);
            settings.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        settings.putAll(changed);
        List<String> arguments = new ArrayList<>(victim.subList(0, end));
        settings(settings).forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return List.copyOf(arguments);
    }

    /** The arguments of {@link #victim} with another limit of the heap; one among the JVM's options still wins. */
    public static List<String> withHeap(List<String> victim, long heapBytes) {
        List<String> arguments = new ArrayList<>(victim);
        arguments.set(HEAP, heap(heapBytes));
        return List.copyOf(arguments);
    }

    private static Map<String, String> settings(Map<String, String> asked) {
        Map<String, String> settings = new TreeMap<>(Map.of("victim.fault.enabled", "true"));
        settings.putAll(asked);
        settings.put("server.address", ANYWHERE);
        settings.put("server.port", String.valueOf(ContainerPaths.SERVER_PORT));
        settings.put("victim.management.address", ANYWHERE);
        settings.put("victim.management.port", String.valueOf(ContainerPaths.MANAGEMENT_PORT));
        if (hasPlugins(asked)) {
            settings.put(TargetSpec.PLUGINS, ContainerPaths.PLUGINS);
        }
        return settings;
    }

    /** Whether the settings name jars, which the platform has to mount at {@link ContainerPaths#PLUGINS}. */
    public static boolean hasPlugins(Map<String, String> settings) {
        return !settings.getOrDefault(TargetSpec.PLUGINS, "").isBlank();
    }

    /**
     * Runs one injector, whose plan is mounted at {@link ContainerPaths#PLAN}.
     *
     * @param shard from 0
     * @param shards how many there are
     * @param heapBytes heap limit
     */
    public static List<String> injector(String runId, int shard, int shards, long heapBytes) {
        return List.of("-Davalanche.run=" + runId, heap(heapBytes), "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED", "@" + ContainerPaths.INJECTOR_LAUNCH, "--shard", String.valueOf(
                        shard),
                "--shards", String.valueOf(shards), "--plan", ContainerPaths.PLAN);
    }

    private static String heap(long bytes) {
        return bytes % MEBIBYTE == 0 ? "-Xmx" + bytes / MEBIBYTE + "m" : "-Xmx" + bytes;
    }
}
