package avalanche.results.stats;

/**
 * Student's t distribution for whole degrees of freedom. The probability is the closed form of Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 26.7.3 (odd) and 26.7.4 (even); the quantile is found in it by bisection.
 */
public final class StudentT {
    private static final int BISECTIONS = 200;

    private StudentT() {}

    /**
     * The value that |t| stays below with the given probability, such as 2.228 for 10 degrees of freedom and 0.95.
     *
     * @param degreesOfFreedom 1 or more
     * @param confidence more than 0 and less than 1
     */
    public static double twoSided(int degreesOfFreedom, double confidence) {
        if (degreesOfFreedom < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("degreesOfFreedom is " + degreesOfFreedom + " and confidence is "
                    + confidence + "; allowed: 1 or more, and between 0 and 1");
        }
        double low = 0;
        double high = 1;
        while (within(high, degreesOfFreedom) < confidence) {
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            double middle = (low + high) / 2;
            if (within(middle, degreesOfFreedom) < confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The probability that |t| is at most the given value. */
    static double within(double t, int degreesOfFreedom) {
        double angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
        double cosine = Math.cos(angle);
        boolean odd = degreesOfFreedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int k = odd ? 1 : 0; k <= degreesOfFreedom - 2; k += 2) {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }
}
