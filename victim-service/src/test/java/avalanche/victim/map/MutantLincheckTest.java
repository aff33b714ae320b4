package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.mutant.Mutant;
import avalanche.victim.map.proof.Linearizability;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Model checking catches maps that are broken on purpose, and lets the same code pass where it is not. */
@Tag("model-checking")
class MutantLincheckTest {
    @ParameterizedTest
    @EnumSource(value = Mutant.class, names = {"LOCK_FORGOTTEN", "LOCK_SHARED", "PUBLISHED_EARLY", "NOT_RECHECKED"})
    void aBrokenMapIsCaught(Mutant mutant) {
        assertThatThrownBy(() -> Linearizability.modelCheck(mutant)).isInstanceOf(LincheckAssertionError.class);
    }

    @ParameterizedTest
    @EnumSource(value = Mutant.class, names = {"LOCK_LET_GO", "CLAIMS_AN_INSTANT",
        "CLAIMS_ONE_INSTANT_OF_ALL_SECTIONS"})
    void aTornWalkIsCaught(Mutant mutant) {
        assertThatThrownBy(() -> Linearizability.modelCheck(mutant)).isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("walked()");
    }

    @ParameterizedTest
    @EnumSource(value = Mutant.class, names = {"SOUND_LOCK", "SOUND_TABLES", "SOUND_SPIN_LOCK"})
    void theSameCodeWithoutAFaultPasses(Mutant sound) {
        assertThatCode(() -> Linearizability.modelCheck(sound)).doesNotThrowAnyException();
    }

    /** It breaks only where a processor lets a thread read on before its write is seen, which jcstress tries. */
    @Test
    void whatNoInterleavingBreaksIsNotCaught() {
        assertThatCode(() -> Linearizability.modelCheck(Mutant.PUBLISHED_LAZILY)).doesNotThrowAnyException();
    }
}
