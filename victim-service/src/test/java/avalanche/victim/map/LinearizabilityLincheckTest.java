package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;

import avalanche.victim.map.proof.Linearizability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every map's operations against a hash map's; walks are among them where a map claims to show one instant. Looks as many
 * times deeper as {@code -Dproof.effort} tells.
 */
class LinearizabilityLincheckTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void isLinearizableInEveryInterleavingTried(OrderMapProvider provider) {
        assertThatCode(() -> Linearizability.modelCheck(provider)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void isLinearizableUnderStress(OrderMapProvider provider) {
        assertThatCode(() -> Linearizability.stress(provider)).doesNotThrowAnyException();
    }
}
