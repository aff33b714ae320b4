package avalanche.results.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that keeps all rehearsals, one folder each.
 *
 * @param root such as {@code results/runs}; need not exist yet
 */
public record RunArchive(Path root) {
    /**
     * Begins a rehearsal's folder.
     *
     * @param id see {@link RunId}
     * @throws RecordException where it exists already or cannot be created
     */
    public RunFolder begin(String id) {
        return new RunFolder(root, id);
    }

    /** The ids of complete runs, ascending and so by time. */
    public List<String> ids() {
        return names().stream().filter(name -> !name.endsWith(RunFolder.PARTIAL)).filter(name -> Files.isRegularFile(
                root.resolve(name).resolve(RunFolder.RECORD))).toList();
    }

    /** The ids of runs that were cut off, or are still under way. */
    public List<String> cutOff() {
        return names().stream().filter(name -> name.endsWith(RunFolder.PARTIAL)).map(name -> name.substring(0, name
                .length() - RunFolder.PARTIAL.length())).toList();
    }

    /**
     * The folder of a complete run.
     *
     * @throws RecordException where there is none, or it was cut off half-way
     */
    public Path find(String id) {
        String plain = id.endsWith(RunFolder.PARTIAL)
                ? id.substring(0, id.length() - RunFolder.PARTIAL.length())
                : id;
        Path folder = root.resolve(RunId.require(plain));
        if (Files.isRegularFile(folder.resolve(RunFolder.RECORD))) {
            return folder;
        }
        Path partial = root.resolve(plain + RunFolder.PARTIAL);
        if (Files.exists(partial)) {
            throw new RecordException("run " + plain + " was cut off half-way, or is still under way: " + partial
                    + " holds its logs but no verdict; run it again");
        }
        throw new RecordException("no run " + plain + " in " + root + "; known: " + ids());
    }

    /** The record of a complete run. */
    public RunRecord load(String id) {
        return RecordJson.read(find(id).resolve(RunFolder.RECORD));
    }

    private List<String> names() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw RecordException.at(root, e);
        }
    }
}
