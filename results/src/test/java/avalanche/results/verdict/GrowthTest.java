package avalanche.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avalanche.results.record.ExampleRuns;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void growthIsMeasuredBetweenSettlingAndDeathAndPredicted() {
        GrowthTheory theory = Objects.requireNonNull(Growth.of(ExampleRuns.incident(), "incident", "export"));
        // 4 walks a second of 0.55 s: T x D = 2.2, so 3 walks must end first; 2 end in each second
        assertThat(theory.fromSecond()).isEqualTo(12);
        assertThat(theory.toSecond()).isEqualTo(33);
        assertThat(theory.arrivalsPerSecond()).isEqualTo(60);
        assertThat(theory.walksPerSecond()).isEqualTo(4);
        assertThat(theory.walkSeconds()).isCloseTo(0.55, within(1e-9));
        assertThat(theory.predictedPerSecond()).isCloseTo(60 * (1 - 1 / 2.2), within(1e-9));
        assertThat(theory.measuredPerSecond()).isCloseTo(30, within(1e-9));
        assertThat(theory.measuredLow()).isLessThanOrEqualTo(theory.measuredPerSecond() + 1e-9);
        assertThat(theory.measuredHigh()).isGreaterThanOrEqualTo(theory.measuredPerSecond() - 1e-9);
    }

    @Test
    void aHealthyServiceIsPredictedNotToGrow() {
        GrowthTheory theory = Objects.requireNonNull(Growth.of(ExampleRuns.control(), "incident", "export"));
        assertThat(theory.predictedPerSecond()).isZero();
        assertThat(theory.measuredPerSecond()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aSecondWithoutVitalsIsLeftOut() {
        GrowthTheory gap = Objects.requireNonNull(Growth.of(Cases.silent(ExampleRuns.incident(), 20, 21), "incident",
                "export"));
        assertThat(gap.toSecond()).isEqualTo(33);
        assertThat(gap.measuredPerSecond()).isCloseTo(30, within(1e-9));
    }

    @Test
    void theWindowClosesWhereTheServiceFallsSilent() {
        GrowthTheory until = Objects.requireNonNull(Growth.of(Cases.silent(ExampleRuns.incident(), 20, 25), "incident",
                "export"));
        assertThat(until.fromSecond()).isEqualTo(12);
        assertThat(until.toSecond()).isEqualTo(20);
        assertThat(until.measuredPerSecond()).isCloseTo(30, within(1e-9));
    }

    @Test
    void tooFewSecondsGiveNothing() {
        assertThat(Growth.of(Cases.silent(ExampleRuns.incident(), 16, 33), "incident", "export")).isNull();
        assertThat(Growth.of(ExampleRuns.incident(), "no-such-phase", "export")).isNull();
    }
}
