package avalanche.chaos.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one image is made of.
 *
 * @param repository the image's name without its tag
 * @param title what it is, for people
 * @param architecture such as {@code amd64}
 * @param layers on top of the base, what changes least first
 * @param entryPoint what every command line begins with
 * @param arguments what it runs where nobody says otherwise
 */
record Blueprint(String repository, String title, String architecture, List<Layer> layers, List<String> entryPoint,
        List<String> arguments) {
    /** Changes with everything that the builder itself puts into an image. */
    private static final String FORM = "2";

    Blueprint {
        layers = List.copyOf(layers);
        entryPoint = List.copyOf(entryPoint);
        arguments = List.copyOf(arguments);
    }

    /** With Java as entry point. */
    Blueprint(String repository, String title, String architecture, List<Layer> layers, List<String> arguments) {
        this(repository, title, architecture, layers, List.of(ContainerPaths.JAVA), arguments);
    }

    /** The tag: another one where anything in the image is another. */
    String tag(String baseId) {
        List<String> parts = new ArrayList<>(List.of(FORM, baseId, title, architecture));
        layers.forEach(layer -> parts.addAll(List.of(layer.name(), layer.identity())));
        parts.add(String.join(" ", entryPoint));
        parts.addAll(arguments);
        return Digests.ofTexts(parts);
    }

    Map<String, String> labels(String baseName) {
        return Map.of("org.opencontainers.image.title", title,
                "org.opencontainers.image.licenses", "Apache-2.0",
                "org.opencontainers.image.base.name", baseName,
                "app.kubernetes.io/part-of", "avalanche",
                "app.kubernetes.io/name", repository.substring(repository.lastIndexOf('/') + 1));
    }
}
