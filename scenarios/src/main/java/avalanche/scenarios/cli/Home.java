package avalanche.scenarios.cli;

import avalanche.chaos.local.LocalPlatform;
import avalanche.chaos.local.LocalPrograms;
import avalanche.scenarios.rehearsal.RehearsalException;
import avalanche.scenarios.traffic.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where Avalanche's own files are: the checkout that the launcher stands in.
 *
 * @param path the checkout
 */
record Home(Path path) {
    static final String VERSION = "0.1.0";

    static Home ofProcess() {
        return new Home(Path.of(System.getProperty("avalanche.home", ".")).toAbsolutePath().normalize());
    }

    /** The folder of rehearsals. */
    Path runs() {
        return path.resolve("results/runs");
    }

    /**
     * The platform that needs nothing but this machine.
     *
     * @throws RehearsalException if the build is not there or the machine cannot be looked at
     */
    LocalPlatform platform() throws RehearsalException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path service = path.resolve("victim-service/target/victim-service-" + VERSION + ".jar");
        try {
            return new LocalPlatform(new LocalPrograms(java, service, injectorClassPath(), Injector.class.getName(),
                    path));
        } catch (IOException e) {
            throw new RehearsalException("the local platform cannot be used: " + e.getMessage()
                    + "; run ./avalanche from a checkout, it builds what is missing", e);
        }
    }

    private List<Path> injectorClassPath() throws IOException {
        Path target = path.resolve("scenarios/target");
        List<Path> entries = new ArrayList<>(List.of(target.resolve("scenarios-" + VERSION + ".jar")));
        try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            libraries.sorted().forEach(entries::add);
        }
        return entries;
    }
}
