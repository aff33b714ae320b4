package avalanche.chaos.stream;

import avalanche.chaos.target.Injection.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of lines from several writers, which knows when all of them have finished. A full queue makes its
 * writers wait.
 */
public final class LineQueue implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Line> lines = new ArrayDeque<>();
    private final int capacity;
    private int writers;
    private boolean closed;

    public LineQueue(int capacity, int writers) {
        this.capacity = capacity;
        this.writers = writers;
    }

    /** Adds a line, after waiting for room; false if the queue was closed instead. */
    public boolean put(Line line) throws InterruptedException {
        lock.lock();
        try {
            while (lines.size() >= capacity && !closed) {
                changed.await();
            }
            if (!closed) {
                lines.add(line);
                changed.signalAll();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** One writer writes no more. */
    public void finish() {
        lock.lock();
        try {
            writers--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest line; null if none came in time or none can come any more. */
    @Nullable
    public Line take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (lines.isEmpty() && writers > 0 && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            Line line = lines.poll();
            changed.signalAll();
            return line;
        } finally {
            lock.unlock();
        }
    }

    /** Whether every writer has finished, or the queue was closed, and every line was taken. */
    public boolean isDone() {
        lock.lock();
        try {
            return lines.isEmpty() && (writers == 0 || closed);
        } finally {
            lock.unlock();
        }
    }

    /** Lets waiting writers go; lines already in the queue can still be taken. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
