package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.proof.Linearizability;
import java.util.stream.Stream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every strategy's operations against a hash map's, model checked; walks are among them where a map claims to show one
 * instant. Looks into as many times more scenarios, each that much deeper, as {@code -Dproof.effort} tells.
 */
@Tag("model-checking")
class LinearizabilityLincheckTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#strategies")
    void isLinearizableInEveryInterleavingTried(OrderMapProvider provider) {
        assertThatCode(() -> Linearizability.modelCheck(provider)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("claimingLessThanAnInstant")
    void aWalkOfAMapThatClaimsLessIsSeenToShowNoInstant(OrderMapProvider provider) {
        assertThatThrownBy(() -> Linearizability.modelCheckWalks(provider)).isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results").hasMessageContaining("walked()");
    }

    static Stream<OrderMapProvider> claimingLessThanAnInstant() {
        return Providers.all().filter(provider -> provider.guarantees().consistency() != Consistency.INSTANT);
    }
}
