package avalanche.results.verdict;

import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What the injector must keep to for a run to be judged.
 *
 * @param leastSentShare arrivals sent, as a share of those planned, 0 to 1
 * @param mostLatenessMillis the 99th percentile of lateness may reach this
 */
public record FidelityRules(double leastSentShare, double mostLatenessMillis) {
    /** 99.9 % of the arrivals sent, 99 % of them within 50 ms of their instant. */
    public static final FidelityRules DEFAULT = new FidelityRules(0.999, 50);

    private static final int NAMED_SECONDS = 5;

    public FidelityRules {
        if (!(leastSentShare >= 0 && leastSentShare <= 1) || !(mostLatenessMillis >= 0)) {
            throw new IllegalArgumentException("leastSentShare is " + leastSentShare + " and mostLatenessMillis is "
                    + mostLatenessMillis + "; allowed: 0 to 1, and zero or more");
        }
    }

    /**
     * Judges an injector by what it did over a whole run.
     *
     * @param lateness of every request that was sent, in nanoseconds
     * @param missingSeconds seconds for which no line of a shard arrived
     * @param shardFailures one line for each shard that did not end with exit code 0
     * @param foreign requests that are known to have been answered by something else than the service
     */
    public Fidelity judge(long planned, long sent, Histogram lateness, List<Integer> missingSeconds,
            List<String> shardFailures, long foreign) {
        Quantiles late = Quantiles.ofNanos(lateness);
        List<String> reasons = new ArrayList<>(shardFailures);
        if (planned == 0) {
            reasons.add("no arrivals were planned; needed: one or more");
        }
        if (sent < leastSentShare * planned) {
            reasons.add(String.format(Locale.ROOT, "sent %,d of %,d planned arrivals (%.2f %%); needed: %.2f %%", sent,
                    planned, 100.0 * sent / planned, 100 * leastSentShare));
        }
        if (sent > planned) {
            reasons.add(String.format(Locale.ROOT, "sent %,d arrivals; planned: only %,d", sent, planned));
        }
        if (late.p99() > mostLatenessMillis) {
            reasons.add(String.format(Locale.ROOT, "P99 of lateness is %.1f ms; allowed: %.1f ms", late.p99(),
                    mostLatenessMillis));
        }
        if (sent > 0 && late.isEmpty()) {
            reasons.add("no lateness was recorded for " + sent + " sent arrivals");
        }
        if (!missingSeconds.isEmpty()) {
            reasons.add("no injector line for " + missingSeconds.size() + " seconds, the first of them "
                    + missingSeconds
                            .subList(0, Math.min(NAMED_SECONDS, missingSeconds.size())));
        }
        if (foreign > 0) {
            reasons.add(String.format(Locale.ROOT,
                    "%,d creations and exports were answered with 404, which the service never does: they went to"
                            + " something else; allowed: none. Look at what takes connections to the service's address"
                            + " while no replica is ready",
                    foreign));
        }
        return new Fidelity(planned, sent, late, missingSeconds, reasons.isEmpty(), reasons);
    }
}
