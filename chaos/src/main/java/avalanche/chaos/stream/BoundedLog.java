package avalanche.chaos.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that output is written to and that never takes more than twice its bound: a full one is put aside under the name
 * with {@code .1} at its end, in place of the one before. A disk that is full costs the rest of the log, not the run.
 */
public final class BoundedLog implements AutoCloseable {
    private final Path file;
    private final long mostBytes;
    private @Nullable OutputStream out;
    private long written;
    private boolean lost;

    /** Opens the file, empty. */
    public BoundedLog(Path file, long mostBytes) throws IOException {
        this.file = file;
        this.mostBytes = mostBytes;
        this.out = Files.newOutputStream(file);
    }

    /** Appends. */
    public synchronized void write(byte[] bytes) {
        OutputStream to = out;
        if (to == null || lost) {
            return;
        }
        try {
            if (written + bytes.length > mostBytes && written > 0) {
                to.close();
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                to = Files.newOutputStream(file);
                out = to;
                written = 0;
            }
            to.write(bytes);
            written += bytes.length;
        } catch (IOException _) {
            lost = true;
        }
    }

    @Override
    public synchronized void close() {
        OutputStream to = out;
        out = null;
        if (to != null) {
            try {
                to.close();
            } catch (IOException _) {
                // Unbuffered: what could be written has been.
                lost = true;
            }
        }
    }
}
