package avalanche.victim.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where, when and how something was measured.
 *
 * @param date when it ended, in UTC
 * @param mode smoke, short or long
 * @param command the command
 * @param processor the processor's name
 * @param processors how many the JVM may use
 * @param memoryMiB the machine's memory
 * @param system the operating system
 * @param jdk the JDK
 * @param flags the JVM's flags
 */
record Environment(String date, String mode, String command, String processor, int processors, long memoryMiB,
        String system, String jdk, List<String> flags) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Environment here(Request request, List<String> flags, InstantSource clock) {
        return new Environment(clock.instant().truncatedTo(ChronoUnit.MINUTES).toString(), request.scale().mode(),
                request.command(), processorName(), Runtime.getRuntime().availableProcessors(), memory() >> 20,
                property(
                        "os.name")
                        + " "
                        + property("os.version"), property("java.vm.vendor") + " " + property("java.vm.version"),
                flags);
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static String processorName() {
        if (!Files.isReadable(PROCESSORS)) {
            return property("os.arch");
        }
        try {
            return Files.readAllLines(PROCESSORS).stream().filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(property("os.arch"));
        } catch (IOException _) {
            return property("os.arch");
        }
    }
}
