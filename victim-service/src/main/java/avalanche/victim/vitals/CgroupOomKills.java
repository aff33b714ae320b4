package avalanche.victim.vitals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many processes the kernel killed for memory in this process's control group: {@code oom_kill} in cgroup v2's
 * {@code memory.events} or in cgroup v1's {@code memory.oom_control}. A container sees its own group as the root.
 *
 * @param root the file system's root, {@code /} but in tests
 */
record CgroupOomKills(Path root) {
    private static final String KEY = "oom_kill ";

    /** The count since the group was made, or null where the system has none or does not let it be read. */
    @Nullable
    Long read() {
        for (Path file : files()) {
            for (String line : lines(file)) {
                if (line.startsWith(KEY)) {
                    return Long.valueOf(line.substring(KEY.length()).strip());
                }
            }
        }
        return null;
    }

    /** Where the count may stand, the most exact first. */
    private List<Path> files() {
        Path groups = root.resolve("sys/fs/cgroup");
        List<Path> files = new ArrayList<>();
        for (String line : lines(root.resolve("proc/self/cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && parts[1].isEmpty()) {
                files.add(groups.resolve(parts[2].substring(1)).resolve("memory.events"));
            } else if (parts.length == 3 && List.of(parts[1].split(",", -1)).contains("memory")) {
                files.add(groups.resolve("memory").resolve(parts[2].substring(1)).resolve("memory.oom_control"));
            }
        }
        files.add(groups.resolve("memory.events"));
        files.add(groups.resolve("memory").resolve("memory.oom_control"));
        return files;
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
