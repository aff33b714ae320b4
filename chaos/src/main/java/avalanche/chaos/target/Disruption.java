package avalanche.chaos.target;

import java.io.IOException;

/** A disruption that was done, with its proof. Safe for use by several threads. */
public interface Disruption {
    /**
     * What the platform showed of it so far, in words with figures: a process's state, a pod's deletion, a limit as read
     * back from where it acts.
     */
    String observed();

    /** Whether what was observed so far proves that it took effect. */
    boolean landed();

    /**
     * Looks again, so that what takes a while is seen; to be called about once a second from {@link Disruptions}' call to
     * its undoing, never throws for a service or a platform that does not answer.
     */
    void observe();

    /**
     * Takes it back; nothing where it has nothing to take back or was undone already. The target's closing does it as
     * well.
     *
     * @throws IOException if the platform does not take it
     */
    void undo() throws IOException;
}
