package avalanche.results.evidence;

import java.util.List;

/**
 * Whether the injector did what it was told: judged before the service is.
 *
 * @param planned arrivals in the schedule
 * @param sent arrivals that were sent
 * @param lateness how late they were sent, over the whole run
 * @param missingSeconds seconds for which no line of a shard arrived
 * @param faithful whether the run may be judged at all
 * @param reasons why not; empty where it may
 */
public record Fidelity(long planned, long sent, Quantiles lateness, List<Integer> missingSeconds, boolean faithful,
        List<String> reasons) {
    public Fidelity {
        missingSeconds = List.copyOf(missingSeconds);
        reasons = List.copyOf(reasons);
        if (faithful != reasons.isEmpty()) {
            throw new IllegalArgumentException("faithful is " + faithful + " with reasons " + reasons
                    + "; allowed: reasons exactly where it is not faithful");
        }
    }
}
