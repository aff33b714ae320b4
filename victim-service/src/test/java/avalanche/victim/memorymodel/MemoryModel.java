package avalanche.victim.memorymodel;

import avalanche.victim.map.OrderMapProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs all tests with every map, writes the page of what was seen, and fails where that is not what must be. */
final class MemoryModel {
    private static final long MOST_HOURS_A_MAP = 4;

    private final Run run;
    private final Path generated;

    private MemoryModel(Run run, Path generated) {
        this.run = run;
        this.generated = generated;
    }

    /** The arguments are the folder of what jcstress' annotation processor generated, the mode, the page and the maps. */
    public static void main(String[] arguments) throws IOException {
        Run run = Run.named(arguments[1]);
        endWithThis();
        Map<String, List<Observed>> seen = new MemoryModel(run, Path.of(arguments[0])).seen(Maps.named(
                arguments[3]));
        Path page = Path.of(arguments[2]).toAbsolutePath();
        Files.createDirectories(page.resolveSibling(""));
        Files.writeString(page, new Page(run, arguments[3], seen).render());
        System.err.println("written: " + page);
        List<String> wrong = Judge.wrong(seen);
        if (!wrong.isEmpty()) {
            System.err.println(String.join("\n", wrong));
            System.exit(1);
        }
    }

    private Map<String, List<Observed>> seen(List<OrderMapProvider> maps) throws IOException {
        Map<String, List<Observed>> seen = new TreeMap<>();
        for (OrderMapProvider map : maps) {
            System.err.println("testing: " + map.id() + " (" + (seen.size() + 1) + " of " + maps.size() + ")");
            Path folder = Files.createTempDirectory("memory-model-" + map.id() + "-");
            try {
                test(map, folder);
                seen.put(map.id(), Observed.read(folder));
            } finally {
                delete(folder);
            }
        }
        return seen;
    }

    /** The broken map is given time to show itself, also by a machine that does other work: without it nothing is proven. */
    private Run run(OrderMapProvider map) {
        return run == Run.SMOKE && map == Maps.BROKEN ? Run.SHORT : run;
    }

    /** In a JVM of its own, which has the generated code on its class path. */
    private void test(OrderMapProvider map, Path folder) throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", Maps.plugins(), "-cp", generated + System.getProperty(
                        "path.separator") + System
                                .getProperty("java.class.path"),
                MapRun.class.getName(), map.id(), run(map).name(), folder.toString());
        Path log = folder.resolve("jcstress.log");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(MOST_HOURS_A_MAP, TimeUnit.HOURS) || process.exitValue() != 0) {
                throw new IOException("jcstress did not end well with " + map.id() + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while testing " + map.id(), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** However this JVM ends, those that it started end, too. */
    private static void endWithThis() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current().descendants().forEach(
                ProcessHandle::destroyForcibly)));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted((one, other) -> other.compareTo(one)).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
