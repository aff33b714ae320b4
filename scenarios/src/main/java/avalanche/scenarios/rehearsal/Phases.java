package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.PhaseSpan;
import avalanche.scenarios.incident.TimedFault;
import avalanche.scenarios.incident.TimedMitigation;
import avalanche.scenarios.traffic.TrafficPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The phases of a schedule on its clock.
 *
 * @param spans in order, without gaps, from second 0
 */
record Phases(List<PhaseSpan> spans) {
    Phases {
        spans = List.copyOf(spans);
    }

    static Phases of(TrafficPlan plan) {
        List<PhaseSpan> spans = new ArrayList<>();
        int from = 0;
        for (TrafficPlan.Phase phase : plan.phases()) {
            int to = from + Math.toIntExact(phase.duration().toSeconds());
            spans.add(new PhaseSpan(phase.name(), from, to));
            from = to;
        }
        return new Phases(spans);
    }

    /** Length of the schedule, in seconds. */
    int seconds() {
        return spans.getLast().toSecond();
    }

    /** The second at which a fault is applied. */
    int begin(TimedFault fault) {
        return startOf(fault.fromPhase()) + Math.toIntExact(fault.after().toSeconds());
    }

    /** The second at which a fault is taken back; {@link Integer#MAX_VALUE} for never. */
    int end(TimedFault fault) {
        Duration lasting = fault.lasting();
        if (lasting != null) {
            return begin(fault) + Math.toIntExact(lasting.toSeconds());
        }
        String until = fault.untilPhase();
        return until == null ? Integer.MAX_VALUE : startOf(until);
    }

    /** The second at which a mitigation is ordered. */
    int of(TimedMitigation mitigation) {
        return startOf(mitigation.fromPhase()) + Math.toIntExact(mitigation.after().toSeconds());
    }

    /** First second of the phase called {@code name}. */
    int startOf(String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("phase is " + name + "; allowed: "
                        + spans.stream().map(PhaseSpan::name).toList()))
                .fromSecond();
    }
}
