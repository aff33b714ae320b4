package avalanche.chaos.local;

import avalanche.chaos.target.TargetSpec;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command lines of service and injectors: pure functions. */
final class Commands {
    private static final long MEBIBYTE = 1 << 20;

    private Commands() {}

    /** Starts one life of the service. Settings of the spec win over the harness's own. */
    static List<String> victim(LocalPrograms programs, Pinning pinning, TargetSpec spec, LoopbackPorts ports,
            LifeFiles files) {
        List<String> command = new ArrayList<>(pinning.victimPrefix());
        command.add(programs.java().toString());
        command.add("-Davalanche.run=" + spec.runId());
        command.add(heap(spec.heapBytes()));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ErrorFile=" + files.crashReport().toAbsolutePath());
        command.add("-Xlog:gc*:file=\"" + files.collections().toAbsolutePath()
                + "\":time,uptime,level,tags:filecount=1,filesize=16m");
        command.addAll(spec.jvmOptions());
        command.add("-jar");
        command.add(programs.victimJar().toAbsolutePath().toString());
        settings(spec, ports).forEach((key, value) -> command.add("--" + key + "=" + value));
        return List.copyOf(command);
    }

    private static Map<String, String> settings(TargetSpec spec, LoopbackPorts ports) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "server.address", LoopbackPorts.HOST,
                "victim.management.address", LoopbackPorts.HOST,
                "victim.fault.enabled", "true"));
        settings.putAll(spec.settings());
        settings.put("server.port", String.valueOf(ports.server()));
        settings.put("victim.management.port", String.valueOf(ports.management()));
        return settings;
    }

    /** Starts one injector; its plan comes on its standard input. */
    static List<String> injector(LocalPrograms programs, Pinning pinning, String runId, int shard, int shards) {
        List<String> command = new ArrayList<>(pinning.injectorPrefix());
        command.add(programs.java().toString());
        command.add("-Davalanche.run=" + runId);
        command.add(heap(programs.injectorHeapBytes()));
        if (pinning.injectors().size() == 1) {
            command.add("-XX:+UseSerialGC");
        }
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(programs.injectorClassPath().stream().map(Path::toAbsolutePath).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(programs.injectorMainClass());
        command.addAll(List.of("--shard", String.valueOf(shard), "--shards", String.valueOf(shards)));
        return List.copyOf(command);
    }

    private static String heap(long bytes) {
        return bytes % MEBIBYTE == 0 ? "-Xmx" + bytes / MEBIBYTE + "m" : "-Xmx" + bytes;
    }
}
