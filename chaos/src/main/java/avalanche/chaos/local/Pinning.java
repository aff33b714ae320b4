package avalanche.chaos.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which processors the service and the injectors run on, so that neither takes the other's time.
 *
 * @param victim processors of the service, empty where it is not pinned
 * @param injectors processors that the injectors share, empty where they are not pinned
 * @param words what was done and why, for the record of the environment
 */
public record Pinning(List<Integer> victim, List<Integer> injectors, String words) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    public Pinning {
        victim = List.copyOf(victim);
        injectors = List.copyOf(injectors);
    }

    /** The choice for this machine: pinned where {@code taskset} exists and there are two processors or more. */
    static Pinning ofThisMachine(int victimProcessors) throws IOException {
        if (Executables.find("taskset") == null) {
            return unpinned("taskset was not found");
        }
        if (!Files.isReadable(STATUS)) {
            return unpinned(STATUS + " is not readable");
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(ALLOWED)) {
                return among(parse(line.substring(ALLOWED.length()).strip()), victimProcessors);
            }
        }
        return unpinned(STATUS + " has no " + ALLOWED);
    }

    /** The first processors for the service, all others for the injectors; at least one is left to them. */
    static Pinning among(List<Integer> allowed, int victimProcessors) {
        if (allowed.size() < 2) {
            return unpinned("there is one processor only");
        }
        int split = Math.min(victimProcessors, allowed.size() - 1);
        List<Integer> victim = allowed.subList(0, split);
        List<Integer> injectors = allowed.subList(split, allowed.size());
        return new Pinning(victim, injectors,
                "service on processor " + list(victim) + ", injectors on " + list(injectors) + " (taskset)");
    }

    private static Pinning unpinned(String reason) {
        return new Pinning(List.of(), List.of(), "not pinned: " + reason
                + "; service and injectors compete for processors");
    }

    /** Reads the kernel's list format, such as {@code 0-2,5}. */
    static List<Integer> parse(String ranges) {
        List<Integer> processors = new ArrayList<>();
        for (String range : ranges.split(",", -1)) {
            String[] ends = range.strip().split("-", 2);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            for (int processor = from; processor <= to; processor++) {
                processors.add(processor);
            }
        }
        return processors;
    }

    /** What stands before the service's command. */
    List<String> victimPrefix() {
        return prefix(victim);
    }

    /** What stands before an injector's command. */
    List<String> injectorPrefix() {
        return prefix(injectors);
    }

    private static List<String> prefix(List<Integer> processors) {
        return processors.isEmpty() ? List.of() : List.of("taskset", "-c", list(processors));
    }

    private static String list(List<Integer> processors) {
        return processors.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
