package avalanche.chaos.image;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are made once and kept: whole, or not there. */
final class Kept {
    /** Fills a folder that does not exist yet. */
    interface Maker {
        void make(Path folder) throws IOException, InterruptedException;
    }

    private Kept() {}

    /** The folder, made where it is missing; another process may make the same one meanwhile. */
    static Path folder(Path folder, Maker maker) throws IOException, InterruptedException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path unfinished = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "unfinished-");
        try {
            Path made = unfinished.resolve("made");
            maker.make(made);
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            delete(unfinished);
        }
        return folder;
    }

    private static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(tree)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
