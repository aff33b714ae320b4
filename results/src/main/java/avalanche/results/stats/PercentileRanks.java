package avalanche.results.stats;

import org.jspecify.annotations.Nullable;

/**
 * The two order statistics that enclose a percentile: of {@code n} values in ascending order, the {@code low}-th and
 * the {@code high}-th enclose it with at least the probability asked for, whatever the distribution. Exact, from the
 * binomial distribution: W. J. Conover, Practical Nonparametric Statistics, 3rd edition, section 3.2.
 *
 * @param low rank from 1
 * @param high rank, more than {@code low}
 * @param coverage the probability really reached
 */
public record PercentileRanks(long low, long high, double coverage) {
    /**
     * The ranks, equal tails: each tail holds at most half of what the confidence leaves.
     *
     * @param n number of values
     * @param share the percentile as a share, such as 0.99, between 0 and 1
     * @param confidence such as 0.95, between 0 and 1
     * @return null where {@code n} is too small to enclose the percentile at all
     */
    public static @Nullable PercentileRanks of(int n, double share, double confidence) {
        if (n < 1 || !(share > 0 && share < 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("n is " + n + ", share is " + share + ", confidence is " + confidence
                    + "; allowed: 1 or more, and both between 0 and 1");
        }
        double tail = (1 - confidence) / 2;
        int low = 0;
        int high = 0;
        double below = 0;
        double upToLow = 0;
        double upToHigh = 0;
        double logPmf = n * Math.log1p(-share);
        double logOdds = Math.log(share) - Math.log1p(-share);
        for (int k = 0; k < n && high == 0; k++) {
            below += Math.exp(logPmf);
            if (below <= tail) {
                low = k + 1;
                upToLow = below;
            }
            if (below >= 1 - tail) {
                high = k + 1;
                upToHigh = below;
            }
            logPmf += Math.log(n - k) - Math.log(k + 1.0) + logOdds;
        }
        return low == 0 || high == 0 ? null : new PercentileRanks(low, high, upToHigh - upToLow);
    }
}
