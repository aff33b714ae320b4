package avalanche.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
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

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonAgreesWithNewcombesExamples(long successes, long trials, double low, double high) {
        // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        Share share = Share.of(successes, trials);
        assertThat(share.low()).isCloseTo(low, within(5.1e-5));
        assertThat(share.high()).isCloseTo(high, within(5.1e-5));
    }

    @Test
    void ranksAgreeWithConoversExampleOfAnUpperQuartile() {
        // Conover, section 3.2: 16 values, upper quartile: the 9th and the 15th enclose it with 0.9094.
        // The upper tail of 0.0635 is above a twentieth, so equal tails at 0.87 are asked for.
        PercentileRanks ranks = Objects.requireNonNull(PercentileRanks.of(16, 0.75, 0.87));
        assertThat(ranks.low()).isEqualTo(9);
        assertThat(ranks.high()).isEqualTo(15);
        assertThat(ranks.coverage()).isCloseTo(0.9094, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"10, 2, 9, 0.9785", "20, 6, 15, 0.9586"})
    void ranksOfAMedianAgreeWithBinomialTables(int n, long low, long high, double coverage) {
        PercentileRanks ranks = Objects.requireNonNull(PercentileRanks.of(n, 0.5, 0.95));
        assertThat(ranks.low()).isEqualTo(low);
        assertThat(ranks.high()).isEqualTo(high);
        assertThat(ranks.coverage()).isCloseTo(coverage, within(1e-4));
    }

    @Test
    void tooFewValuesEncloseNothing() {
        assertThat(PercentileRanks.of(100, 0.99, 0.95)).isNull();
        assertThat(PercentileRanks.of(1000, 0.99, 0.95)).isNotNull();
    }

    @Test
    void meaninglessInputIsRefusedWithItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Line.through(new double[]{1, 1, 1}, new double[]{1, 2,
            3})).withMessageContaining("every x is 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Line.through(new double[]{1, 2}, new double[]{1, 2}))
                .withMessageContaining("3 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(3, 2)).withMessageContaining("3 of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.twoSided(0, 0.95));
    }
}
