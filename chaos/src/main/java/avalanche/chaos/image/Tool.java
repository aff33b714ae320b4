package avalanche.chaos.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of the JDK's own programs to its end. */
final class Tool {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private Tool() {}

    /**
     * Waits for it.
     *
     * @throws IOException if it fails or does not end in time; the message carries what it said
     */
    static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("avalanche-tool", ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command.getFirst() + (ended
                        ? " ended with exit code " + process.exitValue()
                        : " did not end within " + DEADLINE.toMinutes() + " min") + ": " + Files.readString(output)
                                .strip());
            }
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
