package avalanche.scenarios.traffic;

import org.jspecify.annotations.Nullable;

/**
 * Carries an outcome from where Gatling tells it to the virtual user's next step.
 *
 * <p>Gatling tells it on the user's event loop and runs the user's next step in the same call, so an outcome kept per thread belongs to the
 * request that ended just now (read in the sources of 3.15.1); {@link #take} fails where there is none.
 */
final class LastOutcome {
    /** Of one run, and as long-lived as the process: static state would outlive the run instead. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable RequestOutcome> ofThread = new ThreadLocal<>();

    void put(RequestOutcome outcome) {
        ofThread.set(outcome);
    }

    /** The outcome put last on this thread, once. */
    RequestOutcome take() {
        RequestOutcome outcome = ofThread.get();
        if (outcome == null) {
            throw new IllegalStateException("no outcome was told on " + Thread.currentThread().getName()
                    + "; allowed: one before each step that takes one");
        }
        ofThread.set(null);
        return outcome;
    }
}
