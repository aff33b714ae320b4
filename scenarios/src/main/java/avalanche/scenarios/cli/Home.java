package avalanche.scenarios.cli;

import avalanche.chaos.image.ImagePlan;
import avalanche.chaos.local.LocalPlatform;
import avalanche.chaos.local.LocalPrograms;
import avalanche.scenarios.rehearsal.RehearsalException;
import avalanche.scenarios.traffic.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        try {
            return new LocalPlatform(new LocalPrograms(java, service(), injectorClassPath(), Injector.class.getName(),
                    path));
        } catch (IOException e) {
            throw new RehearsalException("the local platform cannot be used: " + e.getMessage()
                    + "; run ./avalanche from a checkout, it builds what is missing", e);
        }
    }

    /**
     * What the images of service and injector are built from.
     *
     * @throws RehearsalException if the build is not there
     */
    ImagePlan imagePlan() throws RehearsalException {
        try {
            Map<Boolean, List<Path>> own = injectorClassPath().stream().collect(Collectors.partitioningBy(jar -> jar
                    .getFileName().toString().endsWith("-" + VERSION + ".jar")));
            return new ImagePlan(Path.of(System.getProperty("java.home")), service(), own.getOrDefault(true, List
                    .of()), own.getOrDefault(false, List.of()), Injector.class.getName(), path.resolve(
                            "scenarios/target/images"));
        } catch (IOException e) {
            throw new RehearsalException("the images cannot be built: " + e.getMessage()
                    + "; run ./avalanche from a checkout, it builds what is missing", e);
        }
    }

    private Path service() {
        return path.resolve("victim-service/target/victim-service-" + VERSION + ".jar");
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
