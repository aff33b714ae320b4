package avalanche.chaos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A container that was started, until it is removed: its output is followed, its end is noticed. */
final class RunningContainer implements AutoCloseable {
    private static final long ASK_AGAIN_MILLIS = 500;
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final long OUTPUT_MILLIS = 10_000;

    private final DockerClient engine;
    private final String id;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final ContainerOutput output;

    private RunningContainer(DockerClient engine, String id, ContainerOutput.Sink sink) {
        this.engine = engine;
        this.id = id;
        Thread.ofPlatform().daemon().name("end-of-" + id.substring(0, Math.min(12, id.length()))).start(this::watch);
        this.output = ContainerOutput.follow(engine, id, sink, ended::isDone);
    }

    /**
     * Creates and starts a container.
     *
     * @throws IOException if the engine does not; nothing is left of it
     */
    static RunningContainer start(DockerClient engine, CreateContainerCmd command, ContainerOutput.Sink sink)
            throws IOException {
        return new RunningContainer(engine, create(engine, command), sink);
    }

    /** Creates and starts a container whose output and end are of no interest; returns its id. */
    static String create(DockerClient engine, CreateContainerCmd command) throws IOException {
        String id;
        try {
            id = command.exec().getId();
        } catch (RuntimeException e) {
            throw new IOException("the Docker engine does not create a container: " + e.getMessage(), e);
        }
        try {
            engine.startContainerCmd(id).exec();
            return id;
        } catch (RuntimeException e) {
            Removal.container(engine, id);
            throw new IOException("the Docker engine does not start a container: " + e.getMessage(), e);
        }
    }

    String id() {
        return id;
    }

    private void watch() {
        while (!ended.isDone()) {
            try (WaitContainerResultCallback wait = new WaitContainerResultCallback()) {
                engine.waitContainerCmd(id).exec(wait);
                ended.complete(wait.awaitStatusCode());
            } catch (NotFoundException _) {
                ended.completeExceptionally(new IOException("its container was removed"));
            } catch (RuntimeException | IOException _) {
                askAgain();
            }
        }
    }

    /** The connection broke: what the engine says of the container decides. */
    private void askAgain() {
        try {
            Thread.sleep(ASK_AGAIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            ended.completeExceptionally(new IOException("the thread that waits for its end was interrupted"));
        }
    }

    /** Runs an action at its end; at once if it is over. */
    void atEnd(Runnable action) {
        var _ = ended.handle((_, _) -> {
            action.run();
            return true;
        });
    }

    boolean isAlive() {
        return !ended.isDone();
    }

    /** The exit code, 128 + n for signal n; null while it runs, or where its container was removed. */
    @Nullable
    Integer exitCode() {
        return ended.isDone() && !ended.isCompletedExceptionally() ? ended.join() : null;
    }

    /** What the engine knows of it; null where it is gone. */
    @Nullable
    InspectContainerResponse inspect() {
        try {
            return engine.inspectContainerCmd(id).exec();
        } catch (NotFoundException _) {
            return null;
        }
    }

    /** Sends a signal, such as {@code SIGTERM}; nothing where it has ended. */
    void signal(String name) {
        try {
            engine.killContainerCmd(id).withSignal(name).exec();
        } catch (NotFoundException | ConflictException _) {
            // It has ended, which is what signals are for here.
        }
    }

    /** Waits for the end; whether it came in time. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        try {
            ended.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException _) {
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    /** Waits until all its output was delivered; whether it was in time. */
    boolean awaitOutput() throws InterruptedException {
        return output.await(OUTPUT_MILLIS);
    }

    /** Asks it to end, kills it where it does not in time; may be called twice. */
    void stop(Duration grace) {
        boolean interrupted = Thread.interrupted();
        try {
            if (isAlive() && grace.isPositive()) {
                signal("SIGTERM");
                awaitEnd(grace);
            }
            if (isAlive()) {
                signal("SIGKILL");
                awaitEnd(KILLED_WITHIN);
            }
        } catch (InterruptedException _) {
            interrupted = true;
            signal("SIGKILL");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Removes it, running or not. */
    @Override
    public void close() {
        Removal.container(engine, id);
        output.close();
    }
}
