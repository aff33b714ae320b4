package avalanche.scenarios.traffic;

import java.util.Iterator;

import org.jspecify.annotations.Nullable;

/** Hands a schedule's arrivals out to the virtual users, each to one of them, in order of their instants. */
final class Departures {
    private final Iterator<Arrival> arrivals;

    Departures(Schedule schedule) {
        arrivals = schedule.arrivals();
    }

    /** The next arrival, null where there is none any more. */
    synchronized @Nullable Arrival next() {
        return arrivals.hasNext() ? arrivals.next() : null;
    }
}
