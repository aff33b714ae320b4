package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.PhaseSpan;
import avalanche.scenarios.traffic.TrafficPlan;
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
