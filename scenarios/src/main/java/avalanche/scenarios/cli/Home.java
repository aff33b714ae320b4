package avalanche.scenarios.cli;

import avalanche.chaos.image.ContainerPaths;
import avalanche.chaos.image.HarnessContent;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where Avalanche's own files are: the checkout that the launcher stands in, or the folder of the harness's image.
 *
 * @param path the checkout, or the folder
 * @param inImage whether this is the harness's image, which has neither a JDK nor the service
 */
record Home(Path path, boolean inImage) {
    static final String VERSION = "0.1.0";

    /** Where sample incidents are, in a checkout and in the harness's image alike. */
    private static final String INCIDENTS = "scenarios/incidents";
    /** As the launcher starts it, but for what belongs to a checkout. */
    private static final List<String> HARNESS_OPTIONS = List.of("-Xmx384m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Davalanche.home=" + ContainerPaths.HARNESS_HOME, "-Davalanche.image=true");

    /** A checkout. */
    Home(Path path) {
        this(path, false);
    }

    static Home ofProcess() {
        return new Home(Path.of(System.getProperty("avalanche.home", ".")).toAbsolutePath().normalize(), Boolean
                .getBoolean("avalanche.image"));
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
        requireCheckout();
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
        requireCheckout();
        try {
            List<Path> classPath = injectorClassPath();
            return new ImagePlan(Path.of(System.getProperty("java.home")), service(), classPath.stream().filter(
                    Home::isOwn).toList(), classPath.stream().filter(jar -> !isOwn(jar) && !HarnessLibraries
                            .contain(jar)).toList(), Injector.class.getName(), path.resolve("scenarios/target/images"));
        } catch (IOException e) {
            throw new RehearsalException("the images cannot be built: " + e.getMessage()
                    + "; run ./avalanche from a checkout, it builds what is missing", e);
        }
    }

    /**
     * What the harness's image has beside what the injector's has.
     *
     * @throws RehearsalException if the build is not there
     */
    HarnessContent harnessContent() throws RehearsalException {
        requireCheckout();
        try (Stream<Path> incidents = Files.list(path.resolve(INCIDENTS))) {
            SortedMap<String, Path> files = new TreeMap<>();
            incidents.filter(Files::isRegularFile).forEach(file -> files.put(INCIDENTS + "/" + file.getFileName(),
                    file));
            return new HarnessContent(injectorClassPath().stream().filter(jar -> !isOwn(jar) && HarnessLibraries
                    .contain(jar)).toList(), HARNESS_OPTIONS, Avalanche.class.getName(), files);
        } catch (IOException e) {
            throw new RehearsalException("the harness's image cannot be built: " + e.getMessage()
                    + "; run ./avalanche from a checkout, it builds what is missing", e);
        }
    }

    private void requireCheckout() throws RehearsalException {
        if (inImage) {
            throw new RehearsalException("this is the harness's image, which can neither run a service itself nor"
                    + " build images; use --platform kubernetes with --victim-image and --injector-image");
        }
    }

    private static boolean isOwn(Path jar) {
        return jar.getFileName().toString().endsWith("-" + VERSION + ".jar");
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
