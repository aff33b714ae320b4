package avalanche.victim.plugin;

import avalanche.victim.StartFailure;
import avalanche.victim.map.OrderMapProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A jar found where plug-ins are looked for.
 *
 * @param provides whether it names strategies; one that does not is a library of those that do
 */
record PluginJar(Path path, boolean provides) {
    private static final String SERVICES = "META-INF/services/" + OrderMapProvider.class.getName();

    /**
     * The jar itself, or the jars of the folder by name.
     *
     * @throws StartFailure where one is no jar or cannot be read
     */
    static List<PluginJar> at(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(read(path));
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().map(PluginJar::read)
                    .toList();
        } catch (IOException problem) {
            throw new StartFailure("the folder " + path + " (victim.map.plugins) cannot be listed: " + problem
                    .getMessage(), "Let the service read it, or set victim.map.plugins to another.", problem);
        }
    }

    private static PluginJar read(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            return new PluginJar(path, jar.getEntry(SERVICES) != null);
        } catch (IOException problem) {
            throw new StartFailure(path + " (victim.map.plugins) is no jar that can be read: " + problem.getMessage(),
                    "Build it again, or take it out of there.", problem);
        }
    }

    URL url() {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a file without a URL: " + path, impossible);
        }
    }
}
