package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;

import avalanche.victim.map.proof.Linearizability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every map's operations against a hash map's, model checked; walks are among them where a map claims to show one
 * instant. Looks into as many times more scenarios as {@code -Dproof.effort} tells.
 */
@Tag("model-checking")
class LinearizabilityLincheckTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void isLinearizableInEveryInterleavingTried(OrderMapProvider provider) {
        assertThatCode(() -> Linearizability.modelCheck(provider)).doesNotThrowAnyException();
    }
}
