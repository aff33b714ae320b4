package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Kind;

/**
 * One request that is meant to be sent at one instant.
 *
 * @param intendedNanos nanoseconds since the schedule's first instant
 * @param kind what is sent
 * @param index position in the whole schedule, from 0, whatever the number of shards
 */
public record Arrival(long intendedNanos, Kind kind, long index) {
    static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The second of the schedule in which it is meant to be sent, from 0. */
    public int second() {
        return (int) (intendedNanos / NANOS_PER_SECOND);
    }
}
