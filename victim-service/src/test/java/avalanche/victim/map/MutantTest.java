package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.mutant.Mutant;
import avalanche.victim.map.proof.BlockingContract;
import avalanche.victim.map.proof.ConsistencyContract;
import avalanche.victim.map.proof.WalkConsistency;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proofs catch maps that are broken on purpose, and let the same code pass where it is not. */
@Timeout(120)
class MutantTest {
    @ParameterizedTest
    @EnumSource(value = Mutant.class, names = {"LOCK_LET_GO", "CLAIMS_AN_INSTANT",
        "CLAIMS_ONE_INSTANT_OF_ALL_SECTIONS"})
    void aWalkThatClaimsAnInstantAndShowsNoneIsCaught(Mutant mutant) {
        assertThatThrownBy(() -> ConsistencyContract.check(mutant)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("shows a state of no instant, claims INSTANT");
    }

    @Test
    void aSectionThatClaimsAnInstantAndShowsNoneIsCaught() {
        assertThatThrownBy(() -> ConsistencyContract.check(Mutant.CLAIMS_AN_INSTANT_PER_SECTION)).isInstanceOf(
                AssertionError.class).hasMessageContaining("claims INSTANT_PER_SECTION");
    }

    @Test
    void aWalkThatShowsMoreThanItClaimsIsCaught() {
        assertThatThrownBy(() -> ConsistencyContract.check(Mutant.CLAIMS_LESS_THAN_AN_INSTANT)).isInstanceOf(
                AssertionError.class).hasMessageContaining("claims only WEAK");
    }

    @Test
    void aWalkThatStopsWritersAndDeniesItIsCaught() {
        assertThatThrownBy(() -> BlockingContract.check(Mutant.DENIES_TO_STOP_WRITERS)).isInstanceOf(
                AssertionError.class).hasMessageContaining("waits for the callback of a walk");
    }

    @Test
    void aWalkThatStopsNobodyAndClaimsToIsCaught() {
        assertThatThrownBy(() -> BlockingContract.check(Mutant.CLAIMS_TO_STOP_WRITERS)).isInstanceOf(
                AssertionError.class).hasMessageContaining("put of another key waits for a walk");
    }

    @Test
    void aTornWalkIsCaughtAmongConcurrentWriters() {
        assertThatThrownBy(() -> WalkConsistency.check(Mutant.LOCK_LET_GO, Duration.ofSeconds(20))).isInstanceOf(
                AssertionError.class).hasMessageContaining("at every instant");
    }

    @Test
    void theSameLockWithoutAFaultPasses() {
        assertThatCode(() -> {
            ConsistencyContract.check(Mutant.SOUND_LOCK);
            BlockingContract.check(Mutant.SOUND_LOCK);
            WalkConsistency.check(Mutant.SOUND_LOCK, Duration.ofSeconds(1));
        }).doesNotThrowAnyException();
    }
}
