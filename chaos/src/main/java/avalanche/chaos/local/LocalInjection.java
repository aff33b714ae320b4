package avalanche.chaos.local;

import avalanche.chaos.stream.LineQueue;
import avalanche.chaos.stream.LogTail;
import avalanche.chaos.target.Injection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Injectors as child processes, one per shard. */
final class LocalInjection implements Injection {
    /** How a shard's process is started: its output is a pipe, its errors go to the file. */
    interface Launcher {
        Child start(int shard, Path errors) throws IOException;
    }

    private static final int CAPACITY = 4096;
    private static final int LAST_WORDS = 20;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration EXIT_AFTER_OUTPUT = Duration.ofSeconds(10);

    private record Worker(int shard, Child child, Path errors) {}

    private final List<Worker> workers = new ArrayList<>();
    private final LineQueue queue;

    private LocalInjection(int shards) {
        this.queue = new LineQueue(CAPACITY, shards);
    }

    /** Starts all shards, or none. */
    static LocalInjection start(String runId, Path directory, int shards, Launcher launcher) throws IOException {
        LocalInjection injection = new LocalInjection(shards);
        try {
            for (int shard = 0; shard < shards; shard++) {
                Path errors = directory.resolve("injector-" + shard + ".log");
                injection.workers.add(new Worker(shard, launcher.start(shard, errors), errors));
            }
        } catch (IOException e) {
            injection.close();
            throw e;
        }
        injection.workers.forEach(worker -> Thread.ofPlatform().daemon().name("injector-" + runId + "-" + worker
                .shard()).start(() -> injection.read(worker)));
        return injection;
    }

    private void read(Worker worker) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(worker.child().output(),
                StandardCharsets.UTF_8))) {
            String text = reader.readLine();
            while (text != null && queue.put(new Line(worker.shard(), text))) {
                text = reader.readLine();
            }
            worker.child().awaitEnd(EXIT_AFTER_OUTPUT);
        } catch (IOException _) {
            // The pipe broke: its process was ended. What it had written was read; its exit code tells the rest.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
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
        return workers.stream().map(worker -> new Shard(worker.shard(), worker.child().exitCode(), LogTail.of(worker
                .errors(), LAST_WORDS))).toList();
    }

    @Override
    public void close() {
        queue.close();
        workers.forEach(worker -> worker.child().terminate());
        long deadline = System.nanoTime() + GRACE.toNanos();
        workers.forEach(worker -> worker.child().stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }
}
