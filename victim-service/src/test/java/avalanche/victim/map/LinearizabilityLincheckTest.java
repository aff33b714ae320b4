package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.proof.Linearizability;
import java.util.stream.Stream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every map's operations against a hash map's. Runs longer, and looks deeper, with {@code -Dproof.effort=N}. */
class LinearizabilityLincheckTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void operationsOnSingleKeysAreLinearizableInEveryInterleavingTried(OrderMapProvider provider) {
        Linearizability.modelCheck(provider);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void operationsOnSingleKeysAreLinearizableUnderStress(OrderMapProvider provider) {
        Linearizability.stress(provider);
    }

    @ParameterizedTest
    @MethodSource("instant")
    void aWalkIsLinearizableWhereItShowsOneInstant(OrderMapProvider provider) {
        Linearizability.modelCheckWalks(provider);
    }

    @ParameterizedTest
    @MethodSource("notInstant")
    void aWalkIsNotLinearizableWhereItClaimsLess(OrderMapProvider provider) {
        assertThatThrownBy(() -> Linearizability.modelCheckWalks(provider)).isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results").hasMessageContaining("walked()");
    }

    static Stream<OrderMapProvider> instant() {
        return Providers.all().filter(provider -> provider.guarantees().consistency() == Consistency.INSTANT);
    }

    static Stream<OrderMapProvider> notInstant() {
        return Providers.all().filter(provider -> provider.guarantees().consistency() != Consistency.INSTANT);
    }
}
