package avalanche.victim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.traversal.TraversalSetting;
import org.junit.jupiter.api.Test;

class VictimConfigurationTest {
    private final VictimConfiguration configuration = new VictimConfiguration();

    @Test
    void aNumberThatIsNotAllowedFailsTheStartWithItsSetting() {
        assertThatThrownBy(() -> configuration.traversalSetting("bounded", "64", "20", "250", "10000")).isInstanceOf(
                StartFailure.class).hasMessage(
                        "victim.traversal.deadline is '250'; allowed: 1ms to 3600s, as in 250ms or 2s")
                .extracting("remedy").isEqualTo("Set victim.traversal.deadline to an allowed value.");
    }

    @Test
    void aModeThatTheStrategyDoesNotAllowFailsTheStart() {
        TraversalSetting held = configuration.traversalSetting("held", "64", "20", "250ms", "10000");
        assertThatThrownBy(() -> configuration.traversals(MapStrategy.SNAPSHOT.create(MapSettings.usual()),
                MapStrategy.SNAPSHOT, held)).isInstanceOf(StartFailure.class).hasMessage(
                        "victim.traversal.mode is 'held'; allowed: natural, yielding, paged, bounded with the strategy "
                                + "'snapshot', which has no critical section to walk in")
                .extracting("remedy").asString().contains("victim.map.strategy");
    }
}
