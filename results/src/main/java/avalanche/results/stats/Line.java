package avalanche.results.stats;

/**
 * A straight line through points by ordinary least squares, with the uncertainty of its slope. Formulas: Draper and
 * Smith, Applied Regression Analysis, 3rd edition, chapter 1.
 *
 * @param intercept value at x = 0
 * @param slope change of y for one unit of x
 * @param slopeError standard error of the slope
 * @param slopeLow lower end of the slope's 95 % confidence interval
 * @param slopeHigh upper end of it
 * @param points how many points it rests on
 */
public record Line(double intercept, double slope, double slopeError, double slopeLow, double slopeHigh, int points) {
    private static final double CONFIDENCE = 0.95;

    /**
     * The line through the points.
     *
     * @throws IllegalArgumentException with fewer than 3 points, arrays of different lengths, or where all x are equal
     */
    public static Line through(double[] x, double[] y) {
        int n = x.length;
        if (n != y.length || n < 3) {
            throw new IllegalArgumentException("x has " + n + " values and y has " + y.length
                    + "; allowed: the same number, 3 or more");
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxx += (x[i] - meanX) * (x[i] - meanX);
            sxy += (x[i] - meanX) * (y[i] - meanY);
        }
        if (sxx == 0) {
            throw new IllegalArgumentException("every x is " + x[0] + "; allowed: at least two different values");
        }
        double slope = sxy / sxx;
        double intercept = meanY - slope * meanX;
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            double residual = y[i] - meanY - slope * (x[i] - meanX);
            residuals += residual * residual;
        }
        double error = Math.sqrt(residuals / (n - 2) / sxx);
        double reach = error * StudentT.twoSided(n - 2, CONFIDENCE);
        return new Line(intercept, slope, error, slope - reach, slope + reach, n);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
