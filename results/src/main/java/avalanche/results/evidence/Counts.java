package avalanche.results.evidence;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of one kind of request in one second. {@code planned} and {@code sent} belong to the second of the intended arrival, the
 * outcomes to the second in which they were known; over a whole run {@code sent} equals the sum of the outcomes.
 *
 * @param planned arrivals that the schedule held
 * @param sent arrivals that were sent, late or not
 * @param ok answered with a status below 400
 * @param failedByStatus answered with another status, by status code
 * @param timedOut not answered within the request's timeout
 * @param refused connection refused or impossible: the request never reached the service
 * @param connectionLost connection reset or closed before the answer was complete
 */
public record Counts(long planned, long sent, long ok, Map<Integer, Long> failedByStatus, long timedOut, long refused,
        long connectionLost) {
    public static final Counts NONE = new Counts(0, 0, 0, Map.of(), 0, 0, 0);

    public Counts {
        Require.atLeastZero("planned", planned);
        Require.atLeastZero("sent", sent);
        Require.atLeastZero("ok", ok);
        Require.atLeastZero("timedOut", timedOut);
        Require.atLeastZero("refused", refused);
        Require.atLeastZero("connectionLost", connectionLost);
        failedByStatus = Map.copyOf(failedByStatus);
    }

    /** Requests that ended in this second, in whatever way. */
    public long ended() {
        return ok + failed();
    }

    /** Requests that ended in this second without a good answer. */
    public long failed() {
        return failedByStatus.values().stream().mapToLong(Long::longValue).sum() + timedOut + refused + connectionLost;
    }

    /** The sum of two counts, of two shards or of two kinds. */
    public Counts plus(Counts other) {
        Map<Integer, Long> byStatus = new TreeMap<>(failedByStatus);
        other.failedByStatus.forEach((status, n) -> byStatus.merge(status, n, Long::sum));
        return new Counts(planned + other.planned, sent + other.sent, ok + other.ok, byStatus, timedOut
                + other.timedOut,
                refused + other.refused, connectionLost + other.connectionLost);
    }
}
