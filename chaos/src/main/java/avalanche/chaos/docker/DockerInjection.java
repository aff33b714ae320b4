package avalanche.chaos.docker;

import avalanche.chaos.stream.BoundedLog;
import avalanche.chaos.stream.LineAssembler;
import avalanche.chaos.stream.LineQueue;
import avalanche.chaos.stream.LogTail;
import avalanche.chaos.target.Injection;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Injectors in containers, one per shard. */
final class DockerInjection implements Injection {
    private static final int CAPACITY = 4096;
    private static final int LAST_WORDS = 20;
    private static final long ERROR_BYTES = 32L << 20;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration EXIT_AFTER_OUTPUT = Duration.ofSeconds(10);

    private record Worker(int shard, RunningContainer container, Path errors) {}

    private final List<Worker> workers = new ArrayList<>();
    private final LineQueue queue;

    private DockerInjection(int shards) {
        this.queue = new LineQueue(CAPACITY, shards);
    }

    /** Starts all shards, or none. */
    static DockerInjection start(DockerClient engine, Path directory, int shards,
            IntFunction<CreateContainerCmd> command) throws IOException {
        DockerInjection injection = new DockerInjection(shards);
        try {
            for (int shard = 0; shard < shards; shard++) {
                Path errors = directory.resolve("injector-" + shard + ".log");
                ToQueue sink = new ToQueue(injection.queue, shard, new BoundedLog(errors, ERROR_BYTES));
                injection.workers.add(new Worker(shard, RunningContainer.start(engine, command.apply(shard), sink),
                        errors));
                RunningContainer container = injection.workers.getLast().container();
                Thread.ofPlatform().daemon().name("injector-" + shard).start(() -> finish(container, sink));
            }
            return injection;
        } catch (IOException | RuntimeException e) {
            injection.close();
            throw e;
        }
    }

    /** Once a shard has ended and everything it wrote was delivered. */
    private static void finish(RunningContainer container, ToQueue sink) {
        try {
            while (!container.awaitOutput()) {
                // It goes on writing.
            }
            container.awaitEnd(EXIT_AFTER_OUTPUT);
            sink.end();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            sink.finish();
        }
    }

    private static final class ToQueue implements ContainerOutput.Sink {
        private final LineQueue queue;
        private final BoundedLog errors;
        private final LineAssembler lines;

        ToQueue(LineQueue queue, int shard, BoundedLog errors) {
            this.queue = queue;
            this.errors = errors;
            this.lines = new LineAssembler(text -> queue.put(new Line(shard, text)));
        }

        @Override
        public void out(byte[] piece) throws InterruptedException {
            lines.piece(piece);
        }

        @Override
        public void err(byte[] piece) {
            errors.write(piece);
        }

        void end() throws InterruptedException {
            lines.end();
        }

        void finish() {
            errors.close();
            queue.finish();
        }
    }

    @Override
    public @Nullable Line next(Duration atMost) throws InterruptedException {
        return queue.take(atMost);
    }

    @Override
    public boolean isDone() {
        return queue.isDone();
    }

    @Override
    public List<Shard> shards() {
        return workers.stream().map(worker -> new Shard(worker.shard(), worker.container().exitCode(), LogTail.of(worker
                .errors(), LAST_WORDS))).toList();
    }

    @Override
    public void close() {
        queue.close();
        workers.stream().map(Worker::container).filter(RunningContainer::isAlive).forEach(container -> container.signal(
                "SIGTERM"));
        long deadline = System.nanoTime() + GRACE.toNanos();
        workers.forEach(worker -> end(worker.container(), deadline));
    }

    private static void end(RunningContainer container, long deadline) {
        boolean interrupted = Thread.interrupted();
        try {
            container.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            container.stop(Duration.ZERO);
            container.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
