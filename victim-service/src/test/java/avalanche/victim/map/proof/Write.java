package avalanche.victim.map.proof;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A write in a thread of its own, of which it is seen whether it has to wait. */
final class Write {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STAYS_WAITING = Duration.ofMillis(100);

    private final FutureTask<Void> task;
    private final Thread thread;

    private Write(Runnable write) {
        task = new FutureTask<>(write, null);
        thread = Thread.ofPlatform().name("writer").daemon().unstarted(task);
    }

    static Write started(Runnable write) {
        Write started = new Write(write);
        started.thread.start();
        return started;
    }

    /** Returns once the write is done. */
    void completes(String what) {
        try {
            task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            AssertionError waits = new AssertionError(what + " still waits after " + PATIENCE.toSeconds() + " s",
                    stuck);
            waits.addSuppressed(where());
            throw waits;
        } catch (ExecutionException failed) {
            throw new AssertionError(what + " failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, interrupted);
        }
    }

    /** Returns whether the write came to wait, and keeps waiting for a while; false once it is done. */
    boolean waits() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (task.isDone()) {
                return false;
            }
            if (isWaiting() && !endsWithin(STAYS_WAITING) && isWaiting()) {
                return true;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the writer neither ended nor came to wait", where());
    }

    private boolean isWaiting() {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    private boolean endsWithin(Duration time) {
        try {
            return thread.join(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while watching the writer", interrupted);
        }
    }

    private Throwable where() {
        Throwable where = new Throwable("the writer is " + thread.getState() + " here");
        where.setStackTrace(thread.getStackTrace());
        return where;
    }
}
