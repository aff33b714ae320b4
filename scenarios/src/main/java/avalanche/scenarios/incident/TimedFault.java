package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A fault and its time.
 *
 * @param id kebab-case name, unique in its file
 * @param fault what is hurt
 * @param fromPhase the fault is applied when this phase begins
 * @param untilPhase it is taken back when this phase begins (the callback then costs what {@link Victim#callback} says), null for never
 */
public record TimedFault(String id, Fault fault, String fromPhase, @Nullable String untilPhase) {}
