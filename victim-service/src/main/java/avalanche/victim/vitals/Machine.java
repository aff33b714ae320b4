package avalanche.victim.vitals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the Java runtime and the operating system say of this process. */
final class Machine {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final CgroupOomKills oomKills = new CgroupOomKills(Path.of("/"));

    long uptimeMillis() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }

    Vitals.Memory memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Vitals.Memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), residentBytes(),
                oomKills.read());
    }

    Vitals.Cpu cpu() {
        long nanos = ManagementFactory
                .getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? system
                        .getProcessCpuTime() : 0;
        return new Vitals.Cpu(nanos, Runtime.getRuntime().availableProcessors());
    }

    Vitals.Gc gc() {
        long count = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += Math.max(0, collector.getCollectionCount());
            millis += Math.max(0, collector.getCollectionTime());
        }
        return new Vitals.Gc(count, millis);
    }

    /** The resident set, or 0 on a system that has no {@code /proc}. */
    private static long residentBytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
            return 0;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + STATUS, problem);
        }
    }
}
