package avalanche.chaos.target;

/** Whether a platform can be used. */
public sealed interface Availability {
    /**
     * It can.
     *
     * @param detail what was found, in words
     */
    record Available(String detail) implements Availability {}

    /**
     * It cannot.
     *
     * @param reason what was found missing
     * @param remedy what to install or to start
     */
    record Unavailable(String reason, String remedy) implements Availability {}
}
