package avalanche.k8s;

import avalanche.k8s.manifest.VictimSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The user's jars on this machine, read to be taken to the service. */
final class Plugins {
    private Plugins() {}

    /**
     * Reads a jar, or the jars of a folder, by name.
     *
     * @throws IOException if it does not exist, cannot be read, or is more than a ConfigMap carries
     */
    static Map<String, byte[]> read(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new IOException("the strategies " + place + " do not exist");
        }
        Map<String, byte[]> plugins = new TreeMap<>();
        long bytes = 0;
        for (Path jar : Files.isDirectory(place) ? jars(place) : List.of(place)) {
            bytes += Files.size(jar);
            if (bytes > VictimSpec.MOST_PLUGIN_BYTES) {
                throw new IOException("the strategies " + place + " are more than " + VictimSpec.MOST_PLUGIN_BYTES
                        + " bytes, which is all that a ConfigMap takes to the service. Build an image that contains"
                        + " them and name it instead");
            }
            plugins.put(jar.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_"), Files.readAllBytes(jar));
        }
        return plugins;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        }
    }
}
