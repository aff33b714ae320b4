package avalanche.results.record;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A record that could not be written or read; the message names the place and the remedy. */
public final class RecordException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public RecordException(String message) {
        super(message);
    }

    public RecordException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a failure to read or write means for whoever ran the command. */
    static RecordException at(Path path, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return new RecordException("no space left to write " + path + " (" + free(path)
                    + "); remove old runs beside it or choose a folder on another disk, then run again", cause);
        }
        return new RecordException("cannot read or write " + path + ": " + cause.getClass().getSimpleName() + ": "
                + message + "; check that the folder exists and its permissions", cause);
    }

    /**
     * Checks for free space before anything is written.
     *
     * @param folder an existing folder, or one to be made below an existing folder
     * @throws RecordException where fewer bytes are free
     */
    public static void requireSpace(Path folder, long bytes) {
        long usable;
        try {
            usable = usable(folder);
        } catch (IOException e) {
            throw at(folder, e);
        }
        if (usable < bytes) {
            throw new RecordException("too little space in " + folder + ": " + megabytes(usable) + " free, "
                    + megabytes(bytes) + " needed; remove old runs or choose a folder on another disk");
        }
    }

    private static String free(Path path) {
        try {
            return megabytes(usable(path)) + " free";
        } catch (IOException e) {
            return "free space unknown: " + e.getMessage();
        }
    }

    private static long usable(Path path) throws IOException {
        Path existing = path.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
