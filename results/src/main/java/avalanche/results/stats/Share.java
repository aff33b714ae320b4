package avalanche.results.stats;

/**
 * A share of successes among trials with its Wilson score interval, which stays within 0 and 1 and holds for few
 * trials and for shares near the ends. Formula: E. B. Wilson, JASA 22 (1927), pages 209 to 212; method 3 in R. G.
 * Newcombe, Statistics in Medicine 17 (1998), pages 857 to 872.
 *
 * @param value successes divided by trials
 * @param low lower end of the 95 % interval
 * @param high upper end of it
 */
public record Share(double value, double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The share and its interval.
     *
     * @param successes 0 to {@code trials}
     * @param trials 1 or more
     */
    public static Share of(long successes, long trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes is " + successes + " of " + trials
                    + "; allowed: 1 trial or more, and 0 to all of them");
        }
        double n = trials;
        double share = successes / n;
        double middle = share + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Share(share, Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale));
    }
}
