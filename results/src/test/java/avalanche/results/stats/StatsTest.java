package avalanche.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsTest {
    /** NIST Statistical Reference Datasets, linear regression, Norris (36 observations): x. */
    private static final double[] NORRIS_X = {0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2,
        0.4, 0.6, 775.5, 666.9, 338.0, 447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1,
        887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5};
    /** The same data set: y. */
    private static final double[] NORRIS_Y = {0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2,
        0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3,
        888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2};

    @Test
    void lineAgreesWithTheCertifiedValuesOfNorris() {
        Line line = Line.through(NORRIS_X, NORRIS_Y);
        assertThat(line.intercept()).isCloseTo(-0.262323073774029, within(1e-10));
        assertThat(line.slope()).isCloseTo(1.00211681802045, within(1e-12));
        assertThat(line.slopeError()).isCloseTo(0.429796848199937e-3, within(1e-12));
        // t for 34 degrees of freedom and 95 %, NIST/SEMATECH e-Handbook 1.3.6.7.2
        assertThat((line.slopeHigh() - line.slopeLow()) / 2 / line.slopeError()).isCloseTo(2.032, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "3, 3.182", "4, 2.776", "5, 2.571", "10, 2.228", "30, 2.042", "100, 1.984"})
    void quantileAgreesWithTheTableOfTheNistHandbook(int degreesOfFreedom, double expected) {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975
        assertThat(StudentT.twoSided(degreesOfFreedom, 0.95)).isCloseTo(expected, within(5.1e-4));
    }

    @Test
    void meaninglessInputIsRefusedWithItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Line.through(new double[]{1, 1, 1}, new double[]{1, 2,
            3})).withMessageContaining("every x is 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Line.through(new double[]{1, 2}, new double[]{1, 2}))
                .withMessageContaining("3 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.twoSided(0, 0.95));
    }
}
