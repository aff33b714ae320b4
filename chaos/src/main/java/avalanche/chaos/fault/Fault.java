package avalanche.chaos.fault;

/**
 * Something that is hurt. Data only: another class applies it, in the service itself ({@link SlowCallback}) or through the
 * platform that it runs on ({@link PlatformFault}).
 */
public sealed interface Fault permits Fault.SlowCallback, PlatformFault {
    /** The name in incident files and receipts. */
    String type();

    /**
     * The callback of a full walk takes this long per entry.
     *
     * @param delay how long
     * @param mode how the time is spent
     */
    record SlowCallback(Delay delay, Mode mode) implements Fault {
        /** How a delay is spent. */
        public enum Mode {
            /** The thread gives its processor away. */
            PARK,
            /** The thread keeps its processor busy. */
            SPIN,
            /** Half of each. */
            MIXED
        }

        @Override
        public String type() {
            return "slow-callback";
        }
    }
}
