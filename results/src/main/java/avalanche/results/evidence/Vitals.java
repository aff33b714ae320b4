package avalanche.results.evidence;

import java.util.Map;

/**
 * One sample of the service's own view of itself. Durations in milliseconds, sizes in bytes. Of several replicas, what is
 * in flight, waits, holds and walks is their sum, everything else the largest of theirs.
 *
 * @param life which life of the service answered, from 1
 * @param uptimeMillis age of that life
 * @param inFlight requests inside the service
 * @param waiters threads that wait for the map's lock
 * @param longestWaitMillis age of the longest of those waits
 * @param holders threads that hold the map's lock
 * @param entries entries in the map
 * @param traversalsRunning full walks under way
 * @param longestTraversalMillis age of the oldest walk under way, 0 where there is none
 * @param traversals durations of the walks that ended since the sample before
 * @param heapUsedBytes used heap
 * @param heapMaxBytes heap limit
 * @param residentBytes resident set of the process
 * @param cpuShare processor time used since the sample before, as a share of the processors the service may use, 0 to 1
 * @param gcCount collections since the life began
 * @param gcMillis time spent in them since the life began
 * @param internals the map strategy's own gauges, by name
 * @param replicas how many replicas this sample was taken from, 1 or more
 * @param silent how many more were there and did not answer: what is summed is then less than there was
 */
public record Vitals(int life, long uptimeMillis, long inFlight, long waiters, double longestWaitMillis, long holders,
        long entries, long traversalsRunning, double longestTraversalMillis, Quantiles traversals, long heapUsedBytes,
        long heapMaxBytes, long residentBytes, double cpuShare, long gcCount, long gcMillis,
        Map<String, Double> internals, int replicas, int silent) {
    public Vitals {
        if (life < 1) {
            throw new IllegalArgumentException("life is " + life + "; allowed: 1 or more");
        }
        Require.atLeastZero("inFlight", inFlight);
        Require.atLeastZero("entries", entries);
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas is " + replicas + "; allowed: 1 or more");
        }
        Require.atLeastZero("silent", silent);
        internals = Map.copyOf(internals);
    }

    /** A sample of the only replica. */
    public Vitals(int life, long uptimeMillis, long inFlight, long waiters, double longestWaitMillis, long holders,
            long entries, long traversalsRunning, double longestTraversalMillis, Quantiles traversals,
            long heapUsedBytes, long heapMaxBytes, long residentBytes, double cpuShare, long gcCount, long gcMillis,
            Map<String, Double> internals) {
        this(life, uptimeMillis, inFlight, waiters, longestWaitMillis, holders, entries, traversalsRunning,
                longestTraversalMillis, traversals, heapUsedBytes, heapMaxBytes, residentBytes, cpuShare, gcCount,
                gcMillis, internals, 1, 0);
    }
}
