package avalanche.chaos.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A program that lives no longer than this JVM. A small shell script stands between them: it watches its standard
 * input, a pipe that this JVM holds open, and kills the program at its end, however this JVM ended.
 */
final class Child implements AutoCloseable {
    private static final String SCRIPT = "supervise.sh";
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

    /**
     * Where a child's standard streams go. Standard output is a pipe, {@link #output()}, where {@code output} is null.
     */
    record Streams(Path input, @Nullable Path output, Path errors) {}

    private final Process supervisor;

    private Child(Process supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Starts a program.
     *
     * @throws IOException if the shell cannot be started; a program that cannot be is an exit code of 126 or 127
     */
    static Child start(List<String> command, Path directory, Streams streams) throws IOException {
        List<String> line = new ArrayList<>(List.of("sh", "-c", script(), "supervise", streams.input().toAbsolutePath()
                .toString()));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        Path output = streams.output();
        if (output == null) {
            builder.redirectError(streams.errors().toFile());
        } else {
            builder.redirectOutput(output.toFile());
            if (output.equals(streams.errors())) {
                builder.redirectErrorStream(true);
            } else {
                builder.redirectError(streams.errors().toFile());
            }
        }
        return new Child(builder.start());
    }

    private static String script() {
        try (InputStream in = Child.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is missing from the class path beside " + Child.class
                        .getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + SCRIPT, e);
        }
    }

    /** The program's standard output; empty where it was sent to a file. */
    InputStream output() {
        return supervisor.getInputStream();
    }

    boolean isAlive() {
        return supervisor.isAlive();
    }

    /** The exit code, 128 + n for signal n; null while it runs. */
    @Nullable
    Integer exitCode() {
        return supervisor.isAlive() ? null : Integer.valueOf(supervisor.exitValue());
    }

    /** The program's own process, which the shell stands before; null where it is gone or not there yet. */
    @Nullable
    ProcessHandle program() {
        String shell = supervisor.info().command().orElse("");
        return supervisor.children().filter(child -> child.isAlive() && !child.info().command().orElse(shell).equals(
                shell)).findFirst().orElse(null);
    }

    /** Done at the end of the program. */
    CompletableFuture<?> ended() {
        return supervisor.onExit();
    }

    /** Waits for the end; whether it came in time. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return supervisor.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Asks the program to end (SIGTERM). Not through {@link Process#destroy()}: that closes the pipe too, which kills.
     */
    void terminate() {
        supervisor.toHandle().destroy();
    }

    /** Kills the program (SIGKILL); returns when it is gone, after at most {@link #KILLED_WITHIN}. */
    void kill() {
        List<ProcessHandle> family = supervisor.descendants().toList();
        closeInput();
        boolean interrupted = Thread.interrupted();
        try {
            awaitEnd(KILLED_WITHIN);
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
            supervisor.destroyForcibly();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the program to end, kills it where it does not in time; may be called twice. */
    void stop(Duration grace) {
        terminate();
        try {
            awaitEnd(grace);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    private void closeInput() {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException _) {
            // The pipe's other end is gone, and with it the program: there is nothing left to tell it.
        }
    }

    @Override
    public void close() {
        kill();
    }
}
