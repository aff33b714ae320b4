package avalanche.scenarios.rehearsal;

import avalanche.results.record.Environment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the machine is and which of its limits may bend a result. */
final class EnvironmentProbe {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private EnvironmentProbe() {}

    static Environment probe(String pinning, Map<String, String> versions) {
        return new Environment(
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes(),
                property("java.vm.vendor") + " " + Runtime.version(),
                pinning,
                versions,
                limits());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static Map<String, String> limits() {
        Map<String, String> limits = new TreeMap<>();
        for (String line : lines(LIMITS)) {
            if (line.startsWith("Max open files")) {
                limits.put("open files", line.substring("Max open files".length()).strip().replaceFirst("\\s.*", ""));
            }
        }
        for (String line : lines(PORTS)) {
            limits.put("local ports", line.strip().replaceAll("\\s+", "-"));
        }
        return limits;
    }

    /** The file's lines; none where the system has no such file. */
    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of("unreadable: " + e.getMessage());
        }
    }
}
