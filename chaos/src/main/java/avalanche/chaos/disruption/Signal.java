package avalanche.chaos.disruption;

/** What is sent to a process as a disruption. */
public enum Signal {
    /** Ends it at once; cannot be caught. */
    KILL,
    /** Freezes it until {@link #CONT}; cannot be caught. */
    STOP,
    /** Lets a frozen process go on. */
    CONT;

    /** With its prefix, such as {@code SIGKILL}. */
    public String full() {
        return "SIG" + name();
    }
}
