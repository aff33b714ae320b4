package avalanche.scenarios.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything that a rehearsal started and must end: undone in reverse, once, whether the rehearsal ends, fails or is interrupted. While it
 * is open, the JVM's shutdown (Ctrl-C, SIGTERM) closes it too.
 */
final class Started implements AutoCloseable {
    /** Something that can be ended more than once without harm. */
    interface Ending {
        void end();
    }

    private final Deque<Ending> endings = new ArrayDeque<>();
    private final Thread onShutdown = new Thread(this::interrupted, "end-what-was-started");
    private final Progress progress;
    private boolean closed;

    /** @param progress is told of an interruption */
    Started(Progress progress) {
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(onShutdown);
    }

    /** Remembers how to end something. Where everything was ended already, ends it at once. */
    void add(Ending ending) {
        synchronized (this) {
            if (!closed) {
                endings.push(ending);
                return;
            }
        }
        ending.end();
    }

    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException _) {
            // The JVM is shutting down: the hook runs, and finds nothing left to do.
        }
    }

    private void interrupted() {
        progress.note("interrupted: ending the service and the injector; what was seen so far is no result");
        endAll();
    }

    private void endAll() {
        while (true) {
            Ending next;
            synchronized (this) {
                closed = true;
                if (endings.isEmpty()) {
                    return;
                }
                next = endings.pop();
            }
            next.end();
        }
    }
}
