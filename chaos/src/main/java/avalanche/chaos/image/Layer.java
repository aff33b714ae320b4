package avalanche.chaos.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files that come into an image together.
 *
 * @param name what they are
 * @param identity equal where the files are
 * @param files by their path in the image
 */
record Layer(String name, String identity, SortedMap<String, Path> files) {
    private static final FilePermissions EXECUTABLE = FilePermissions.fromOctalString("755");
    private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");

    /** Files whose content tells them apart. */
    static Layer of(String name, SortedMap<String, Path> files) throws IOException {
        List<String> parts = new ArrayList<>();
        for (var file : files.entrySet()) {
            if (!Files.isRegularFile(file.getValue())) {
                throw new IOException(file.getValue() + " is not there; build it: mvn -DskipTests package");
            }
            parts.add(file.getKey());
            parts.add(Digests.ofFile(file.getValue()));
        }
        return new Layer(name, Digests.ofTexts(parts), files);
    }

    /** Jars in a folder of the image, by their names. */
    static Layer ofJars(String name, String folder, List<Path> jars) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path jar : jars) {
            files.put(folder + "/" + jar.getFileName(), jar);
        }
        return of(name, files);
    }

    /** A linked run-time. */
    static Layer of(LinkedRuntime runtime) throws IOException {
        Path root = runtime.folder();
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).forEach(file -> files.put(
                    ContainerPaths.RUNTIME + "/" + root.relativize(file), file));
        }
        return new Layer("runtime", runtime.key(), files);
    }

    /** As the image builder takes it: fixed times, owned by root, written by nobody. */
    FileEntriesLayer entries() {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        files.forEach((path, file) -> layer.addEntry(file, AbsoluteUnixPath.get(path), isProgram(path)
                ? EXECUTABLE
                : READABLE));
        return layer.build();
    }

    private static boolean isProgram(String path) {
        return path.startsWith(ContainerPaths.RUNTIME + "/bin/") || path.endsWith("/jspawnhelper") || path.endsWith(
                "/jexec");
    }
}
