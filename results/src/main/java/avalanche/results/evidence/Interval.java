package avalanche.results.evidence;

import java.util.Map;
import java.util.TreeMap;

import org.HdrHistogram.Histogram;

/**
 * What one injector, or several added together, did in one second of the schedule.
 *
 * @param second seconds since the schedule's first instant, from 0
 * @param kinds request kind to what it did
 * @param lateness how long after its intended instant each request was sent, in nanoseconds; never negative
 */
public record Interval(int second, Map<String, OfKind> kinds, Histogram lateness) {
    /**
     * One kind of request in one second.
     *
     * @param counts outcomes
     * @param response time from the intended arrival to the end, in nanoseconds, of every request that reached the service: a timeout counts
     *         with the time waited, a lower bound; a refused connection does not count
     * @param service time from the send to the end of the same requests, in nanoseconds
     */
    public record OfKind(Counts counts, Histogram response, Histogram service) {
        OfKind plus(OfKind other) {
            return new OfKind(counts.plus(other.counts), sum(response, other.response), sum(service, other.service));
        }
    }

    public Interval {
        Require.atLeastZero("second", second);
        kinds = Map.copyOf(kinds);
    }

    /** Adds the same second of another shard. Exact: histograms are added bucket by bucket. */
    public Interval plus(Interval other) {
        if (other.second != second) {
            throw new IllegalArgumentException("second is " + other.second + "; allowed: " + second
                    + ", the second it is added to");
        }
        Map<String, OfKind> merged = new TreeMap<>(kinds);
        other.kinds.forEach((kind, of) -> merged.merge(kind, of, OfKind::plus));
        return new Interval(second, merged, sum(lateness, other.lateness));
    }

    private static Histogram sum(Histogram a, Histogram b) {
        Histogram sum = a.copy();
        sum.add(b);
        return sum;
    }
}
