package avalanche.chaos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A container's output, from its first byte to its last, each once. The engine keeps all of it; where the connection
 * breaks, the log is read from its beginning again and what was delivered is passed over.
 */
final class ContainerOutput implements AutoCloseable {
    /** Takes the pieces of both streams, in one thread at a time. */
    interface Sink {
        void out(byte[] piece) throws InterruptedException;

        void err(byte[] piece) throws InterruptedException;
    }

    private static final int MOST_CONNECTIONS = 1000;
    private static final long PAUSE_MILLIS = 200;

    private final DockerClient engine;
    private final String id;
    private final Sink sink;
    private final BooleanSupplier over;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long outBytes;
    private long errBytes;
    private volatile boolean closed;
    private volatile @Nullable Reading reading;

    private ContainerOutput(DockerClient engine, String id, Sink sink, BooleanSupplier over) {
        this.engine = engine;
        this.id = id;
        this.sink = sink;
        this.over = over;
    }

    /**
     * Follows a container that was started.
     *
     * @param over whether it has ended
     */
    static ContainerOutput follow(DockerClient engine, String id, Sink sink, BooleanSupplier over) {
        ContainerOutput output = new ContainerOutput(engine, id, sink, over);
        Thread.ofPlatform().daemon().name("output-" + id.substring(0, Math.min(12, id.length()))).start(output::run);
        return output;
    }

    private void run() {
        try {
            for (int i = 0; i < MOST_CONNECTIONS && !closed; i++) {
                // Asked before: a log that is read to its end after the container's end is whole.
                boolean last = over.getAsBoolean();
                if (read(!last) && last) {
                    break;
                }
                Thread.sleep(last ? 0 : PAUSE_MILLIS);
            }
        } catch (InterruptedException | NotFoundException _) {
            // Closed, or the container is gone: nothing more can be read either way.
        } finally {
            done.complete(null);
        }
    }

    /** Reads from the beginning; whether it came to the end without an error. */
    private boolean read(boolean follow) throws InterruptedException {
        Reading next = new Reading();
        reading = next;
        try (next) {
            engine.logContainerCmd(id).withFollowStream(follow).withStdOut(true).withStdErr(true).withTailAll().exec(
                    next);
            next.awaitCompletion();
            return true;
        } catch (NotFoundException e) {
            throw e;
        } catch (RuntimeException | IOException _) {
            // The connection broke: the next reading goes on where this one stopped.
            return false;
        }
    }

    /** Waits until everything was delivered; whether it was in time. */
    boolean await(long millis) throws InterruptedException {
        try {
            done.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        Reading open = reading;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // It is of no use any more.
                reading = null;
            }
        }
    }

    private final class Reading extends ResultCallback.Adapter<Frame> {
        private long outSeen;
        private long errSeen;

        @Override
        public void onNext(Frame frame) {
            byte[] bytes = frame.getPayload();
            try {
                if (frame.getStreamType() == StreamType.STDERR) {
                    errSeen += bytes.length;
                    byte[] fresh = fresh(bytes, errSeen, errBytes);
                    errBytes = Math.max(errBytes, errSeen);
                    sink.err(fresh);
                } else {
                    outSeen += bytes.length;
                    byte[] fresh = fresh(bytes, outSeen, outBytes);
                    outBytes = Math.max(outBytes, outSeen);
                    sink.out(fresh);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                onError(e);
            }
        }

        private static byte[] fresh(byte[] bytes, long seen, long delivered) {
            long fresh = Math.min(bytes.length, Math.max(0, seen - delivered));
            return fresh == bytes.length
                    ? bytes
                    : Arrays.copyOfRange(bytes, (int) (bytes.length - fresh), bytes.length);
        }
    }
}
