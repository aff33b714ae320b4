package avalanche.chaos.image;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to build images from.
 *
 * @param javaHome a JDK 25 or later, whose run-time is linked into the images
 * @param victimJar the service, a Spring Boot jar
 * @param injectorJars the head of the injector's class path: what changes with the code; a layer of its own
 * @param injectorLibraries the rest of the injector's class path
 * @param injectorMainClass the injector's main class
 * @param base image with a C library to build on, in the Docker engine or to be pulled by it
 * @param registry prefix to push to, such as {@code registry.example.com/team}; null leaves the images in the engine
 * @param directory where linked run-times and layers are kept for the next time; made where missing
 */
public record ImagePlan(Path javaHome, Path victimJar, List<Path> injectorJars, List<Path> injectorLibraries,
        String injectorMainClass, String base, @Nullable String registry, Path directory) {
    /** The base, unless told otherwise. */
    public static final String DEFAULT_BASE = "debian:bookworm-slim";

    public ImagePlan {
        injectorJars = List.copyOf(injectorJars);
        injectorLibraries = List.copyOf(injectorLibraries);
        if (injectorJars.isEmpty()) {
            throw new IllegalArgumentException("injectorJars is empty; allowed: one jar or more");
        }
    }

    /** From the default base, into the engine. */
    public ImagePlan(Path javaHome, Path victimJar, List<Path> injectorJars, List<Path> injectorLibraries,
            String injectorMainClass, Path directory) {
        this(javaHome, victimJar, injectorJars, injectorLibraries, injectorMainClass, DEFAULT_BASE, null, directory);
    }

    /** From another base. */
    public ImagePlan from(String otherBase) {
        return new ImagePlan(javaHome, victimJar, injectorJars, injectorLibraries, injectorMainClass, otherBase,
                registry, directory);
    }

    /** Pushed to a registry. */
    public ImagePlan pushedTo(@Nullable String prefix) {
        return new ImagePlan(javaHome, victimJar, injectorJars, injectorLibraries, injectorMainClass, base, prefix,
                directory);
    }
}
