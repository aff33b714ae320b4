package avalanche.victim.map;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * A lock that keeps book of who holds it and who waits.
 *
 * <p>
 * Neither a thread dump nor a flight recording shows read holders or virtual threads that wait for a {@code j.u.c} lock.
 */
public final class WatchedLock {
    private final Lock lock;
    private final LockWatch watch;

    /** That lock, which keeps its book there. */
    public WatchedLock(Lock lock, LockWatch watch) {
        this.lock = lock;
        this.watch = watch;
    }

    /** Waits until the lock is held by the calling thread, which gives it back by closing the answer. */
    public Held acquire(String doing) {
        if (acquiredAtOnce()) {
            watch.acquiredAtOnce();
        } else {
            LockWatch.Wait wait = watch.waiting();
            try {
                lock.lock();
            } finally {
                watch.waited(wait);
            }
        }
        return new Held(watch.acquired(doing));
    }

    /** Tries with no time to wait: unlike the untimed attempt it does not let a reader pass the writer in front. */
    private boolean acquiredAtOnce() {
        try {
            return lock.tryLock(0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lock, held. */
    public final class Held implements AutoCloseable {
        private final LockWatch.Hold hold;

        private Held(LockWatch.Hold hold) {
            this.hold = hold;
        }

        @Override
        public void close() {
            watch.released(hold);
            lock.unlock();
        }
    }
}
