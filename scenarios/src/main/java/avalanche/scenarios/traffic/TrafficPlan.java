package avalanche.scenarios.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the injectors send: an open workload, whose arrivals do not wait for answers.
 *
 * @param seed same seed, same instants
 * @param phases in order, without gaps
 * @param timeout per request
 * @param payloadBytes size of an order's payload
 * @param longPoll how long a read waits for a change of its order, zero for plain reads
 * @param connections how connections are used
 * @param retry whether failed requests are sent again, null for never
 * @param users size of the pool of virtual users that drain the schedule: more than the most requests in flight
 */
public record TrafficPlan(long seed, List<Phase> phases, Duration timeout, int payloadBytes, Duration longPoll,
        Connections connections,
        @Nullable Retry retry, int users) {
    public TrafficPlan {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("phases is empty; allowed: one or more");
        }
    }

    /** How connections are used. */
    public enum Connections {
        /** Kept open and shared by all users. */
        SHARED,
        /** A new one per request. */
        PER_REQUEST
    }

    /** The requests the order service knows. */
    public enum Kind {
        CREATE, READ, UPDATE, DELETE, EXPORT;

        /** Lower-case name, in files and records. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A stretch of traffic.
     *
     * @param name unique in its plan
     * @param duration whole seconds, 1 or more
     * @param rates arrivals per second of each kind; a kind that is absent does not arrive
     */
    public record Phase(String name, Duration duration, Map<Kind, Rate> rates) {
        public Phase {
            if (duration.toSeconds() < 1 || !duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
                throw new IllegalArgumentException("duration of " + name + " is " + duration
                        + "; allowed: whole seconds, 1 or more");
            }
            rates = Map.copyOf(rates);
        }
    }

    /**
     * Arrivals per second, changing linearly over the phase; constant where both ends are the same.
     *
     * @param from at the phase's start
     * @param to at its end
     */
    public record Rate(double from, double to) {
        public Rate {
            if (!(from >= 0 && to >= 0 && from <= 1e6 && to <= 1e6)) {
                throw new IllegalArgumentException("rate is " + from + " to " + to
                        + "; allowed: 0 to 1000000 per second");
            }
        }
    }

    /**
     * Sends a request again that timed out, was refused or lost its connection, or was answered with 5xx.
     *
     * @param attempts at most this many further attempts
     * @param backOff before each
     */
    public record Retry(int attempts, Duration backOff) {}
}
