package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault.SlowCallback;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code faults}. */
final class FaultsReader {
    /** The types of faults. */
    static final List<String> TYPES = List.of("slow-callback");

    private final List<String> phases;

    /** @param phases names of the phases, in order */
    FaultsReader(List<String> phases) {
        this.phases = phases;
    }

    List<TimedFault> read(Section section) {
        List<TimedFault> faults = new ArrayList<>();
        section.sections().forEach((id, inner) -> {
            TimedFault fault = fault(id, inner);
            if (fault == null) {
                return;
            }
            for (TimedFault other : faults) {
                if (begin(other) < end(fault) && begin(fault) < end(other)) {
                    section.problems().add(inner.place(), inner.path(), "is in force at the same time as " + other.id()
                            + ", and both set the callback's cost", "one of them at a time");
                }
            }
            faults.add(fault);
        });
        return faults;
    }

    private @Nullable TimedFault fault(String id, Section section) {
        String type = section.required("type", String.join(", ", TYPES), Section.word(TYPES));
        String from = section.required("from", "a phase: " + String.join(", ", phases), Section.word(phases));
        String until = section.optional("until", Section.word(phases));
        SlowCallback callback = CallbackReader.read(section);
        if (from != null && until != null && phases.indexOf(until) <= phases.indexOf(from)) {
            section.problems().add(section.placeOf("until"), section.below("until"), "the phase '" + until
                    + "' does not come after '" + from + "'", phases.subList(phases.indexOf(from) + 1, phases.size()),
                    null);
            return null;
        }
        return type == null || from == null || callback == null ? null : new TimedFault(id, callback, from, until);
    }

    private int begin(TimedFault fault) {
        return phases.indexOf(fault.fromPhase());
    }

    private int end(TimedFault fault) {
        return fault.untilPhase() == null ? Integer.MAX_VALUE : phases.indexOf(fault.untilPhase());
    }
}
