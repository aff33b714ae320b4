package avalanche.chaos.image;

import avalanche.chaos.engine.DockerEngine;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds what a run needs and does not have. An image's tag is a digest of everything in it, so one that is there is the
 * right one, and a changed jar has another name.
 */
public final class Images {
    private static final String VICTIM = "avalanche/victim-service";
    private static final String INJECTOR = "avalanche/injector";
    private static final String HARNESS = "avalanche/harness";
    private static final String LIBRARIES = ContainerPaths.APPLICATION + "/lib";

    private Images() {}

    /**
     * The images of this plan, built where the engine does not have them and pushed where the plan says so.
     *
     * @param progress is told, in words, what is being done; nothing where nothing is
     * @throws IOException if they cannot be built; the message carries the remedy
     */
    public static ImageNames ensure(ImagePlan plan, Consumer<String> progress)
            throws IOException, InterruptedException {
        DockerClient engine = DockerEngine.connect();
        Base base = Base.of(plan.base(), engine, progress);
        LinkedRuntime runtime = LinkedRuntime.of(plan.javaHome(), plan.directory(), progress);
        ImageBuild build = new ImageBuild(base, new EngineImages(engine), plan.directory());
        String victim = ensure(victim(plan, runtime), build, base, engine, plan, progress);
        String injector = ensure(injector(plan, runtime), build, base, engine, plan, progress);
        return new ImageNames(victim, injector);
    }

    /**
     * The harness's image, by which a rehearsal takes place inside a cluster; built and pushed as {@link #ensure} does.
     *
     * @return its name, such as {@code avalanche/harness:0123456789ab}
     * @throws IOException if it cannot be built; the message carries the remedy
     */
    public static String ensureHarness(ImagePlan plan, HarnessContent content, Consumer<String> progress)
            throws IOException, InterruptedException {
        DockerClient engine = DockerEngine.connect();
        Base base = Base.of(plan.base(), engine, progress);
        LinkedRuntime runtime = LinkedRuntime.of(plan.javaHome(), plan.directory(), progress);
        ImageBuild build = new ImageBuild(base, new EngineImages(engine), plan.directory());
        return ensure(harness(plan, content, runtime), build, base, engine, plan, progress);
    }

    /** What stands in the way of building them, found without starting anything; null where nothing does. */
    public static @Nullable String problem(ImagePlan plan) {
        for (Path jar : Stream.of(List.of(plan.victimJar()), plan.injectorJars(), plan.injectorLibraries()).flatMap(
                List::stream).toList()) {
            if (!Files.isReadable(jar)) {
                return jar + " is not there";
            }
        }
        try {
            LinkedRuntime.check(plan.javaHome());
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /**
     * What an image takes in the engine, all layers added, in bytes.
     *
     * @throws IOException if the engine does not have it
     */
    public static long sizeBytes(String name) throws IOException {
        InspectImageResponse found = new EngineImages(DockerEngine.connect()).find(name);
        Long size = found == null ? null : found.getSize();
        if (size == null) {
            throw new IOException("the Docker engine has no image " + name);
        }
        return size;
    }

    private static String ensure(Blueprint blueprint, ImageBuild build, Base base, DockerClient engine, ImagePlan plan,
            Consumer<String> progress) throws IOException, InterruptedException {
        String name = blueprint.repository() + ":" + blueprint.tag(base.id());
        if (new EngineImages(engine).find(name) == null) {
            progress.accept("building " + name);
            build.load(blueprint, name);
        }
        String registry = plan.registry();
        if (registry == null) {
            return name;
        }
        String remote = registry.replaceFirst("/+$", "") + "/" + name;
        progress.accept("pushing " + remote);
        build.push(blueprint, remote);
        return remote;
    }

    private static Blueprint victim(ImagePlan plan, LinkedRuntime runtime) throws IOException, InterruptedException {
        Path extracted = extract(plan);
        List<Path> libraries;
        try (Stream<Path> jars = Files.list(extracted.resolve("lib"))) {
            libraries = jars.sorted().toList();
        }
        SortedMap<String, Path> application = new TreeMap<>();
        application.put(ContainerPaths.VICTIM_JAR, extracted.resolve(plan.victimJar().getFileName()));
        return new Blueprint(VICTIM, "Avalanche's order service", runtime.architecture(), List.of(
                Layer.of(runtime),
                Layer.ofJars("libraries", ContainerPaths.APPLICATION + "/lib", libraries),
                Layer.of("application", application)),
                List.of("-XX:+ExitOnOutOfMemoryError", "-jar", ContainerPaths.VICTIM_JAR, "--server.address=0.0.0.0",
                        "--victim.management.address=0.0.0.0"));
    }

    /** The Boot jar's own tool takes it apart: what changes with the code stands apart from its libraries. */
    private static Path extract(ImagePlan plan) throws IOException, InterruptedException {
        if (!Files.isReadable(plan.victimJar())) {
            throw new IOException(plan.victimJar() + " is not there; build it: mvn -DskipTests package");
        }
        Path folder = plan.directory().resolve("victim-" + Digests.ofFile(plan.victimJar()).substring(0, 12));
        return Kept.folder(folder, made -> Tool.run(List.of(plan.javaHome().resolve("bin/java").toString(),
                "-Djarmode=tools", "-jar", plan.victimJar().toAbsolutePath().toString(), "extract", "--destination",
                made.toString())));
    }

    private static Blueprint injector(ImagePlan plan, LinkedRuntime runtime) throws IOException, InterruptedException {
        Path launch = Launch.file("injector", List.of(), classPath(plan, List.of()), plan.injectorMainClass(), plan
                .directory());
        SortedMap<String, Path> application = application(plan);
        application.put(ContainerPaths.INJECTOR_LAUNCH, launch);
        return new Blueprint(INJECTOR, "Avalanche's injector", runtime.architecture(), List.of(
                Layer.of(runtime),
                Layer.ofJars("libraries", LIBRARIES, plan.injectorLibraries()),
                Layer.of("application", application)),
                List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "@"
                        + ContainerPaths.INJECTOR_LAUNCH));
    }

    /** Shares all layers but its last two with the injector's image. */
    private static Blueprint harness(ImagePlan plan, HarnessContent content, LinkedRuntime runtime)
            throws IOException, InterruptedException {
        Path launch = Launch.file("harness", content.javaOptions(), classPath(plan, content.libraries()), content
                .mainClass(), plan.directory());
        SortedMap<String, Path> application = application(plan);
        content.files().forEach((name, file) -> application.put(ContainerPaths.HARNESS_HOME + "/" + name, file));
        application.put(ContainerPaths.HARNESS_LAUNCH, launch);
        return new Blueprint(HARNESS, "Avalanche's harness", runtime.architecture(), List.of(
                Layer.of(runtime),
                Layer.ofJars("libraries", LIBRARIES, plan.injectorLibraries()),
                Layer.ofJars("harness libraries", LIBRARIES, content.libraries()),
                Layer.of("application", application)),
                List.of(ContainerPaths.JAVA, "@" + ContainerPaths.HARNESS_LAUNCH), List.of("help"));
    }

    private static SortedMap<String, Path> application(ImagePlan plan) {
        SortedMap<String, Path> application = new TreeMap<>();
        plan.injectorJars().forEach(jar -> application.put(ContainerPaths.APPLICATION + "/" + jar.getFileName(), jar));
        return application;
    }

    private static List<String> classPath(ImagePlan plan, List<Path> more) {
        List<String> classPath = new ArrayList<>();
        plan.injectorJars().forEach(jar -> classPath.add(ContainerPaths.APPLICATION + "/" + jar.getFileName()));
        plan.injectorLibraries().forEach(jar -> classPath.add(LIBRARIES + "/" + jar.getFileName()));
        more.forEach(jar -> classPath.add(LIBRARIES + "/" + jar.getFileName()));
        return classPath;
    }
}
