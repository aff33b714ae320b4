package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.proof.WalkConsistency;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class WalkConsistencyTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#keepingWrites")
    void aWalkSeesWhatItClaimsToWhileOthersWrite(OrderMapProvider provider) throws InterruptedException {
        assertThat(WalkConsistency.check(provider, Duration.ofSeconds(2))).as("walks judged").isPositive();
    }
}
