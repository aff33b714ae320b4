package avalanche.results.evidence;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One row of a run's timeline: what the injector did and what the service said of itself in one second.
 *
 * @param second seconds since the schedule's first instant, from 0
 * @param phase name of the phase that the second lies in
 * @param traffic per request kind, and added up under {@link #WRITES} and {@link #ALL}; empty where no injector line arrived
 * @param lateness how late requests were sent in this second
 * @param vitals the service's sample, null where it did not answer
 */
public record Second(int second, String phase, Map<String, Traffic> traffic, Quantiles lateness,
        @Nullable Vitals vitals) {
    /** Every kind of request added up. */
    public static final String ALL = "all";
    /** {@code create}, {@code update} and {@code delete} added up. */
    public static final String WRITES = "writes";

    private static final Set<String> WRITE_KINDS = Set.of("create", "update", "delete");

    /** Whether a request kind counts under a name, which is a kind itself, {@link #WRITES} or {@link #ALL}. */
    public static boolean counts(String kind, String name) {
        return switch (name) {
            case ALL -> true;
            case WRITES -> WRITE_KINDS.contains(kind);
            default -> kind.equals(name);
        };
    }

    /**
     * Counts and times of one kind of request.
     *
     * @param counts outcomes
     * @param response from the intended arrival
     * @param service from the send
     */
    public record Traffic(Counts counts, Quantiles response, Quantiles service) {}

    public Second {
        Require.atLeastZero("second", second);
        Require.notBlank("phase", phase);
        traffic = Map.copyOf(traffic);
    }
}
