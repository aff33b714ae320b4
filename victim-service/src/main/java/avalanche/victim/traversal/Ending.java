package avalanche.victim.traversal;

/** How a walk ended. */
public enum Ending {
    /** It came to its end. */
    COMPLETED,
    /** Its time was over. */
    DEADLINE,
    /** Its visitor had enough. */
    CALLER,
    /** It was cancelled, or its thread was interrupted. */
    CANCELLED
}
