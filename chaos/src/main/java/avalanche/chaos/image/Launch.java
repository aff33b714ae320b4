package avalanche.chaos.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of arguments for the {@code java} launcher: options, class path and main class of a program in an image. */
final class Launch {
    private Launch() {}

    /**
     * The file, written where it is missing.
     *
     * @param program its name without the extension
     * @param options of the JVM, each without white space
     * @param classPath paths in the image, in order
     * @param directory where it is kept for the next time
     */
    static Path file(String program, List<String> options, List<String> classPath, String mainClass, Path directory)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(options);
        lines.add("-cp \"" + String.join(":", classPath) + "\"");
        lines.add(mainClass);
        String text = String.join("\n", lines) + "\n";
        Path folder = Kept.folder(directory.resolve(program + "-" + Digests.ofTexts(List.of(text))), made -> {
            Files.createDirectories(made);
            Files.writeString(made.resolve(program + ".args"), text);
        });
        return folder.resolve(program + ".args");
    }
}
