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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds what a run needs and does not have. An image's tag is a digest of everything in it, so one that is there is the
 * right one, and a changed jar has another name.
 */
public final class Images {
    private static final String VICTIM = "avalanche/victim-service";
    private static final String INJECTOR = "avalanche/injector";

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
        String libraries = ContainerPaths.APPLICATION + "/lib";
        Path launch = launch(plan, libraries);
        SortedMap<String, Path> application = new TreeMap<>();
        plan.injectorJars().forEach(jar -> application.put(ContainerPaths.APPLICATION + "/" + jar.getFileName(), jar));
        application.put(ContainerPaths.INJECTOR_LAUNCH, launch);
        return new Blueprint(INJECTOR, "Avalanche's injector", runtime.architecture(), List.of(
                Layer.of(runtime),
                Layer.ofJars("libraries", libraries, plan.injectorLibraries()),
                Layer.of("application", application)),
                List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "@"
                        + ContainerPaths.INJECTOR_LAUNCH));
    }

    private static Path launch(ImagePlan plan, String libraries) throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>();
        plan.injectorJars().forEach(jar -> classPath.add(ContainerPaths.APPLICATION + "/" + jar.getFileName()));
        plan.injectorLibraries().forEach(jar -> classPath.add(libraries + "/" + jar.getFileName()));
        String text = classPath.stream().collect(Collectors.joining(":", "-cp \"", "\"\n")) + plan.injectorMainClass()
                + "\n";
        Path folder = Kept.folder(plan.directory().resolve("injector-" + Digests.ofTexts(List.of(text))), made -> {
            Files.createDirectories(made);
            Files.writeString(made.resolve("injector.args"), text);
        });
        return folder.resolve("injector.args");
    }
}
