package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.proof.SnapshotConsistency;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class SnapshotConsistencyTest {
    @ParameterizedTest
    @MethodSource("avalanche.victim.map.Providers#all")
    void walksSeeWhatTheyClaimToWhileOthersWrite(OrderMapProvider provider) throws InterruptedException {
        assertThat(SnapshotConsistency.check(provider, Duration.ofSeconds(2))).as("walks judged").isPositive();
    }
}
