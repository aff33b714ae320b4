package avalanche.chaos.local;

import avalanche.chaos.life.OomKills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the kernel counts its OOM kills: {@code oom_kill} in {@code /proc/vmstat}, in cgroup v2's {@code memory.events}
 * and in cgroup v1's {@code memory.oom_control}.
 *
 * @param root the file system's root, {@code /} but in tests
 */
record OomKillCounters(Path root) {
    private static final String KEY = "oom_kill ";

    /** The counters' values now; null for those that this system does not have or does not let be read. */
    OomKills read() {
        return new OomKills(cgroup(), count(root.resolve("proc/vmstat")));
    }

    private @Nullable Long cgroup() {
        for (String line : lines(root.resolve("proc/self/cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length < 3 || !(parts[1].isEmpty() || List.of(parts[1].split(",", -1)).contains("memory"))) {
                continue;
            }
            String path = parts[2].substring(1);
            Long count = parts[1].isEmpty()
                    ? count(root.resolve("sys/fs/cgroup").resolve(path).resolve("memory.events"))
                    : count(root.resolve("sys/fs/cgroup/memory").resolve(path).resolve("memory.oom_control"));
            if (count != null) {
                return count;
            }
        }
        return null;
    }

    private static @Nullable Long count(Path file) {
        for (String line : lines(file)) {
            if (line.startsWith(KEY)) {
                return Long.valueOf(line.substring(KEY.length()).strip());
            }
        }
        return null;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            // A counter that cannot be read is no counter: the reading says so with null.
            return List.of();
        }
    }
}
