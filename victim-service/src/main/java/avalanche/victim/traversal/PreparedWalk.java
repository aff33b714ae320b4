package avalanche.victim.traversal;

/** A walk that is about to begin, by the mode that was in force when it was prepared. */
public interface PreparedWalk {
    /** Whether it may stop before the end and give a checkpoint. */
    boolean resumable();

    /**
     * Walks, on the calling thread.
     *
     * @param cancellation ends this walk; one handle for one walk
     */
    Walked walk(Visitor visitor, Cancellation cancellation);
}
