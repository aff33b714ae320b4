package avalanche.victim.fault;

/** What a thread does while it is held up. */
public enum Mode {
    /** It gives its processor away. */
    PARK("park", 1),
    /** It keeps its processor busy. */
    SPIN("spin", 0),
    /** Half of each. */
    MIXED("mixed", 0.5);

    private final String id;
    private final double parked;

    Mode(String id, double parked) {
        this.id = id;
        this.parked = parked;
    }

    /** The name in documents, as {@code park}. */
    public String id() {
        return id;
    }

    long parkedShare(long nanos) {
        return Math.round(nanos * parked);
    }
}
