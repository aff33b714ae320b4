package avalanche.results.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Proof that something landed as configured, or that it did not.
 *
 * @param subject what was configured, such as {@code slow-callback}
 * @param fromSecond when it was applied
 * @param toSecond when it was taken back, null where it stayed until the end
 * @param configured what was asked for, in words with units
 * @param observed what was measured, in words with units
 * @param landed whether the one is the other, within the tolerance that {@code observed} names
 */
public record Receipt(String subject, double fromSecond, @Nullable Double toSecond, String configured, String observed,
        boolean landed) {
    /** The subject of the callback that the service has when all is well, before a fault and after it: no fault itself. */
    public static final String HEALTHY = "healthy-callback";

    public Receipt {
        Require.notBlank("subject", subject);
    }

    /** Whether it is of a fault. */
    public boolean isOfFault() {
        return !subject.equals(HEALTHY);
    }
}
