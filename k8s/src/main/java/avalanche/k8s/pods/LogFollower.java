package avalanche.k8s.pods;

import avalanche.k8s.pods.PodLog.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container's log from its first line to its last, through dropped connections: it is over once the container
 * had ended before the connection began that came to its end.
 */
public final class LogFollower implements AutoCloseable {
    /** Takes the lines. */
    public interface Lines {
        /** Takes one; false to read no more. */
        boolean take(LogCursor.Line line) throws InterruptedException;
    }

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** After the container's end: how often an unreadable log is asked for again. */
    private static final int LAST_TRIES = 10;
    private static final int MOST_REMARKS = 20;

    private final PodLog log;
    private final LogCursor cursor = new LogCursor();
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> remarks = new ArrayList<>();
    private volatile @Nullable Call current;

    public LogFollower(PodLog log, InstantSource clock) {
        this.clock = clock;
        this.log = log;
    }

    /**
     * Reads until the log is over or this is closed.
     *
     * @param ended whether the container has ended for good
     * @param rest which part to ask for then: {@link Part#PREVIOUS} once another container runs in its place
     */
    public void follow(BooleanSupplier ended, Supplier<Part> rest, Lines lines) throws InterruptedException {
        int failures = 0;
        while (!isClosed() && failures < LAST_TRIES) {
            boolean last = ended.getAsBoolean();
            Part part = last ? rest.get() : Part.FOLLOW;
            try {
                read(log.request(part, cursor.since()), last, lines);
                if (last) {
                    return;
                }
            } catch (IOException e) {
                remark(e.getMessage());
                failures = last ? failures + 1 : 0;
            }
            if (!ended.getAsBoolean() || failures > 0) {
                var _ = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void read(Call call, boolean last, Lines lines) throws IOException, InterruptedException {
        current = call;
        if (isClosed()) {
            return;
        }
        cursor.reconnected();
        PodLog.read(call, last, raw -> {
            LogCursor.Line line = cursor.accept(raw);
            if (line != null) {
                return lines.take(line) || stop();
            }
            if (LogCursor.parse(raw) == null) {
                remark(raw);
            }
            return true;
        });
    }

    private boolean stop() {
        closed.countDown();
        return false;
    }

    private void remark(@Nullable String text) {
        synchronized (remarks) {
            if (remarks.size() < MOST_REMARKS && !isClosed()) {
                remarks.add(clock.instant() + " " + text);
            }
        }
    }

    /** What went wrong on the way, with its time; the first 20. */
    public List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends the connection; {@link #follow} returns. */
    @Override
    public void close() {
        closed.countDown();
        Call call = current;
        if (call != null) {
            call.cancel();
        }
    }
}
