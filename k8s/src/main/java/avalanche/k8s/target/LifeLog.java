package avalanche.k8s.target;

import avalanche.k8s.pods.LogCursor;
import avalanche.k8s.pods.LogFollower;
import avalanche.k8s.pods.PodLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The log of one life, copied to a file as it is written; its last lines are kept at hand. */
final class LifeLog implements AutoCloseable {
    private static final int KEPT = 200;

    private final LogFollower follower;
    private final Path file;
    private final Thread thread;
    private final Deque<String> last = new ArrayDeque<>();
    private volatile String failure = "";

    private LifeLog(PodLog log, InstantSource clock, Path file, BooleanSupplier ended, Supplier<PodLog.Part> rest) {
        this.follower = new LogFollower(log, clock);
        this.file = file;
        this.thread = Thread.ofPlatform().daemon().name("log-of-" + file.getFileName()).unstarted(() -> copy(ended,
                rest));
    }

    /**
     * Begins to copy.
     *
     * @param ended whether the life has ended
     * @param rest which part of the pod's log has the rest of it then
     */
    static LifeLog start(PodLog log, InstantSource clock, Path file, BooleanSupplier ended,
            Supplier<PodLog.Part> rest) {
        LifeLog of = new LifeLog(log, clock, file, ended, rest);
        of.thread.start();
        return of;
    }

    private void copy(BooleanSupplier ended, Supplier<PodLog.Part> rest) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            follower.follow(ended, rest, line -> {
                take(line, writer);
                return true;
            });
        } catch (IOException e) {
            failure = file + " could not be written: " + e;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(LogCursor.Line line, BufferedWriter writer) {
        synchronized (last) {
            last.addLast(line.text());
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
        try {
            writer.write(line.text());
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            failure = file + " could not be written: " + e;
        }
    }

    /** Waits until the life's last line was read. */
    void await(Duration atMost) throws InterruptedException {
        thread.join(atMost);
    }

    /** The last lines, at most 200. */
    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    /** What went wrong with the copying. */
    List<String> remarks() {
        return failure.isEmpty() ? follower.remarks() : List.of(failure);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        follower.close();
    }
}
