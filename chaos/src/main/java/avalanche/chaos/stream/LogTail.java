package avalanche.chaos.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The ends of a log file, read without reading what stands between them. */
public final class LogTail {
    private static final int MOST_BYTES = 64 << 10;

    private LogTail() {}

    /** The last lines, at most {@code most} and at most 64 KiB; none where the file does not exist. */
    public static List<String> of(Path file, int most) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long start = Math.max(0, channel.size() - MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
            channel.position(start);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // reads on until the buffer is full or the file ends
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines()
                    .toList();
            return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
        } catch (IOException e) {
            return List.of("(" + file + " is not readable: " + e.getMessage() + ")");
        }
    }

    /** The first lines of a file, at most {@code most}; none where it does not exist. */
    public static List<String> firstLines(Path file, int most) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(most).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of("(" + file + " is not readable: " + e.getMessage() + ")");
        }
    }
}
