package avalanche.results.evidence;

/** How a life of the service ended, concluded from evidence and never from a label alone. */
public enum Ending {
    /** The JVM ran out of heap and ended itself. */
    HEAP_EXHAUSTED("heap exhausted", true),
    /** The kernel killed the process for exceeding its memory limit. */
    KERNEL_OOM_KILL("killed by the kernel for memory", true),
    /** The platform killed it because its liveness probe failed. */
    LIVENESS_KILL("killed by its liveness probe", false),
    /** A signal from elsewhere ended it. */
    KILLED("killed by a signal", false),
    /** It ended by itself for another reason. */
    CRASHED("crashed", false),
    /** The harness stopped it, as planned. */
    STOPPED("stopped by the harness", false),
    /** It was alive when the run ended. */
    ALIVE("alive at the end", false);

    private final String words;
    private final boolean ofMemory;

    Ending(String words, boolean ofMemory) {
        this.words = words;
        this.ofMemory = ofMemory;
    }

    /** The ending in words, lower case. */
    public String words() {
        return words;
    }

    /** Whether memory ended it. */
    public boolean ofMemory() {
        return ofMemory;
    }

    /** Whether the service died, as opposed to having been stopped or being alive. */
    public boolean isDeath() {
        return this != STOPPED && this != ALIVE;
    }
}
