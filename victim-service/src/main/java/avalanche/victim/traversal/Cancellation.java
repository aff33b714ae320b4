package avalanche.victim.traversal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A handle by which another thread ends one walk before its next order, also while it waits for its pace. */
public final class Cancellation {
    private volatile boolean cancelled;
    private volatile @Nullable Thread walker;

    /** Ends the walk; without effect where it has ended. */
    public void cancel() {
        cancelled = true;
        LockSupport.unpark(walker);
    }

    void begins() {
        walker = Thread.currentThread();
    }

    void ends() {
        walker = null;
    }

    /** Whether the walk, which runs on the calling thread, is to end; an interruption stays set. */
    boolean asked() {
        return cancelled || Thread.currentThread().isInterrupted();
    }
}
