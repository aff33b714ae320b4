package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;

import avalanche.victim.map.proof.Linearizability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every map's operations against a hash map's, in threads that really race, on code that is really optimized. Runs as
 * many times more scenarios as {@code -Dproof.effort} tells.
 */
class StressLincheckTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void isLinearizableUnderStress(OrderMapProvider provider) {
        assertThatCode(() -> Linearizability.stress(provider)).doesNotThrowAnyException();
    }
}
