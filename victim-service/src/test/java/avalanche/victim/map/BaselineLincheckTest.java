package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;

import avalanche.victim.baseline.Baseline;
import avalanche.victim.map.proof.Linearizability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link LinearizabilityLincheckTest} does with the strategies, with the baselines: a class of its own, so that both run at once. */
@Tag("model-checking")
class BaselineLincheckTest {
    @ParameterizedTest
    @EnumSource
    void isLinearizableInEveryInterleavingTried(Baseline baseline) {
        assertThatCode(() -> Linearizability.modelCheck(baseline)).doesNotThrowAnyException();
    }
}
