package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault and its time. It is taken back when {@code untilPhase} begins or {@code lasting} is over, never where both are null;
 * the callback then costs what {@link Victim#callback} says.
 *
 * @param id kebab-case name, unique in its file
 * @param fault what is hurt
 * @param fromPhase the phase that {@code after} counts from
 * @param after how long after that phase's start it is applied; whole seconds, shorter than the phase
 * @param untilPhase it is taken back when this phase begins, null where none is named
 * @param lasting how long it lasts, whole seconds; null where the file does not say
 */
public record TimedFault(String id, Fault fault, String fromPhase, Duration after, @Nullable String untilPhase,
        @Nullable Duration lasting) {
    public TimedFault {
        if (untilPhase != null && lasting != null) {
            throw new IllegalArgumentException("untilPhase of " + id + " is " + untilPhase + " and lasting is "
                    + lasting
                    + "; allowed: one of them");
        }
    }

    /** A fault that is applied at the start of its phase. */
    public TimedFault(String id, Fault fault, String fromPhase, @Nullable String untilPhase) {
        this(id, fault, fromPhase, Duration.ZERO, untilPhase, null);
    }
}
