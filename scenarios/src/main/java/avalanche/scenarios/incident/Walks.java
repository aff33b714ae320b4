package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault.SlowCallback;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the plan itself says about the walks of each phase, when every request is answered. */
final class Walks {
    /**
     * The walks of a phase.
     *
     * @param phase the phase
     * @param entries entries in the map at the phase's end: those before it, and what its creations and deletions add
     * @param perSecond walks that arrive per second, on average
     * @param each what one takes over that many entries
     */
    record Load(Phase phase, double entries, double perSecond, Duration each) {
        /** Seconds of walking that arrive each second. Above 1, walks that exclude each other fall behind for good. */
        double utilisation() {
            return perSecond * each.toNanos() / Duration.ofSeconds(1).toNanos();
        }
    }

    private Walks() {}

    /** One load for each phase, in order. */
    static List<Load> of(Incident incident, boolean withFaults) {
        List<Load> loads = new ArrayList<>();
        double entries = 0;
        SlowCallback callback = incident.victim().callback();
        for (Phase phase : incident.traffic().phases()) {
            double seconds = phase.duration().toSeconds();
            entries = Math.max(0, entries + (mean(phase, Kind.CREATE) - mean(phase, Kind.DELETE)) * seconds);
            if (withFaults) {
                callback = callback(incident, phase.name(), callback);
            }
            double nanos = callback == null ? 0 : callback.delay().mean().toNanos() * entries;
            loads.add(new Load(phase, entries, mean(phase, Kind.EXPORT), Duration.ofNanos(Math.round(nanos))));
        }
        return loads;
    }

    /** What the callback costs once the phase has begun. */
    private static @Nullable SlowCallback callback(Incident incident, String phase, @Nullable SlowCallback before) {
        SlowCallback callback = before;
        for (TimedFault fault : incident.faults()) {
            if (fault.fault() instanceof SlowCallback && phase.equals(fault.untilPhase())) {
                callback = incident.victim().callback();
            }
        }
        for (TimedFault fault : incident.faults()) {
            if (fault.fault() instanceof SlowCallback slow && phase.equals(fault.fromPhase())) {
                callback = slow;
            }
        }
        return callback;
    }

    /** Arrivals per second of a kind, averaged over the phase. */
    static double mean(Phase phase, Kind kind) {
        Rate rate = phase.rates().get(kind);
        return rate == null ? 0 : (rate.from() + rate.to()) / 2;
    }

    /** Arrivals per second of all kinds, averaged over the phase. */
    static double mean(Phase phase) {
        double sum = 0;
        for (Kind kind : Kind.values()) {
            sum += mean(phase, kind);
        }
        return sum;
    }
}
