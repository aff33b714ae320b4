package avalanche.results.record;

import avalanche.results.evidence.Run;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder of a rehearsal that is under way: {@code <id>.partial} until it is complete, then {@code <id>}. One that
 * is never completed keeps its name, so that nobody takes it for a result.
 */
public final class RunFolder {
    /** What the name of an incomplete folder ends in. */
    public static final String PARTIAL = ".partial";
    /** The record's file name. */
    public static final String RECORD = "record.json";
    /** The timeline's file name. */
    public static final String TIMELINE = "timeline.csv";

    private final Path partial;
    private final Path complete;

    RunFolder(Path root, String id) {
        complete = root.resolve(RunId.require(id));
        partial = root.resolve(id + PARTIAL);
        try {
            Files.createDirectories(root);
            if (Files.exists(complete)) {
                throw new RecordException(complete + " exists; remove it or take another id");
            }
            Files.createDirectory(partial);
            for (Run.Role role : Run.Role.values()) {
                Files.createDirectory(partial.resolve(role.id()));
            }
        } catch (IOException e) {
            throw RecordException.at(partial, e);
        }
    }

    /** Where the folder is now, while it is incomplete. */
    public Path path() {
        return partial;
    }

    /** Where logs of one run go: its histograms, the service's output. */
    public Path of(Run.Role role) {
        return partial.resolve(role.id());
    }

    /**
     * Writes {@code record.json} and {@code timeline.csv} and gives the folder its final name.
     *
     * @return the complete folder
     * @throws RecordException where something cannot be written; the folder is then still incomplete
     */
    public Path complete(RunRecord runRecord) {
        if (!complete.getFileName().toString().equals(runRecord.id())) {
            throw new RecordException("id of the record is " + runRecord.id() + "; allowed: " + complete.getFileName()
                    + ", its folder's name");
        }
        try {
            write(partial.resolve(TIMELINE), TimelineCsv.write(runRecord));
            write(partial.resolve(RECORD), RecordJson.write(runRecord));
            return Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw RecordException.at(partial, e);
        }
    }

    /** Writes beside the file, forces it to disk, then gives it its name: a file under its name is whole. */
    private static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(beside, text);
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
