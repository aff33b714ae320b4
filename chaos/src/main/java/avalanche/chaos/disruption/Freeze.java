package avalanche.chaos.disruption;

import avalanche.chaos.target.Disruption;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * SIGSTOP to a life's process until SIGCONT; the kernel's word for its state proves both. A process that ends while it
 * is frozen, such as by its liveness probe, leaves nothing to undo.
 */
public final class Freeze implements Disruption {
    private static final int LOOKS = 20;
    private static final long BETWEEN_MILLIS = 50;

    private final Disruptable life;
    private String proof;
    private String since = "";
    private boolean landed;
    private boolean undone;

    private Freeze(Disruptable life) {
        this.life = life;
        this.proof = "SIGSTOP was sent to " + life.place() + "; its state was not read yet";
    }

    /**
     * Sends it and looks at once.
     *
     * @throws IOException if it could not be sent
     */
    public static Freeze of(Disruptable life) throws IOException {
        Freeze freeze = new Freeze(life);
        life.signal(Signal.STOP);
        try {
            freeze.saw(freeze.settle(state -> state.isStopped() || state.isGone()));
        } catch (IOException e) {
            freeze.proof = "SIGSTOP was sent to " + life.place() + "; its state could not be read: " + e.getMessage();
        }
        return freeze;
    }

    /** Looks until something holds, a second at most and its looks' time; the last state that was seen. */
    private ProcessState settle(Predicate<ProcessState> condition) throws IOException {
        ProcessState state = life.state();
        try {
            for (int i = 1; i < LOOKS && !condition.test(state); i++) {
                Thread.sleep(BETWEEN_MILLIS);
                state = life.state();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return state;
    }

    private void saw(ProcessState state) {
        if (!landed) {
            landed = state.isStopped();
            proof = life.place() + (state.isGone() ? " was gone" : " was in state " + state.words()) + " after SIGSTOP";
        } else if (!state.isStopped()) {
            since = "; later " + (state.isGone() ? "it was gone" : "in state " + state.words());
        }
    }

    @Override
    public synchronized String observed() {
        return proof + since;
    }

    @Override
    public synchronized boolean landed() {
        return landed;
    }

    @Override
    public synchronized void observe() {
        if (undone) {
            return;
        }
        try {
            saw(life.state());
        } catch (IOException _) {
            // Not told this time; what was seen before stands.
        }
    }

    @Override
    public synchronized void undo() throws IOException {
        if (undone) {
            return;
        }
        ProcessState before = life.state();
        if (!before.isGone()) {
            before = thaw();
        }
        undone = true;
        since = before.isGone() ? "; it ended before SIGCONT was due" : "; in state " + before.words()
                + " after SIGCONT";
    }

    private ProcessState thaw() throws IOException {
        try {
            life.signal(Signal.CONT);
        } catch (IOException e) {
            if (life.state().isGone()) {
                return ProcessState.GONE;
            }
            throw e;
        }
        ProcessState state = settle(after -> !after.isStopped());
        if (state.isStopped()) {
            throw new IOException(life.place() + " is still in state " + state.words() + " after SIGCONT");
        }
        return state;
    }
}
