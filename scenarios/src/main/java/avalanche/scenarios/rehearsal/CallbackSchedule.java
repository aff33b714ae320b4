package avalanche.scenarios.rehearsal;

import avalanche.chaos.fault.Fault;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which callback is to be in place at which second of a run: the healthy one, and in the incident run the faulty one while its fault lasts.
 *
 * @param healthy the callback when all is well, null for none
 * @param stretches the faults, in the order of their start
 */
record CallbackSchedule(Fault.@Nullable SlowCallback healthy, List<Stretch> stretches) {
    /** The name of the healthy callback in receipts. */
    static final String HEALTHY = Receipt.HEALTHY;

    /**
     * A fault and its seconds.
     *
     * @param id the fault's name in the incident file
     * @param callback what it does
     * @param from first second, inclusive
     * @param to last second, exclusive
     */
    record Stretch(String id, Fault.SlowCallback callback, int from, int to) {}

    /**
     * What is in place at some second.
     *
     * @param subject its name in receipts
     * @param callback what it does
     */
    record InPlace(String subject, Fault.SlowCallback callback) {}

    CallbackSchedule {
        stretches = List.copyOf(stretches);
    }

    static CallbackSchedule of(Incident incident, Run.Role role, Phases phases) {
        List<Stretch> stretches = new ArrayList<>();
        for (TimedFault fault : role == Run.Role.CONTROL ? List.<TimedFault>of() : incident.faults()) {
            if (fault.fault() instanceof Fault.SlowCallback callback) {
                stretches.add(new Stretch(fault.id(), callback, phases.begin(fault), phases.end(fault)));
            }
        }
        return new CallbackSchedule(incident.victim().callback(), stretches);
    }

    /** What is to be in place at {@code second}, null for nothing. Where faults overlap, the one that the file names last counts. */
    @Nullable
    InPlace at(int second) {
        InPlace inPlace = healthy == null ? null : new InPlace(HEALTHY, healthy);
        for (Stretch stretch : stretches) {
            if (second >= stretch.from() && second < stretch.to()) {
                inPlace = new InPlace(stretch.id(), stretch.callback());
            }
        }
        return inPlace;
    }
}
