package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapStrategyTest {
    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void isFoundByItsId(MapStrategy strategy) {
        assertThat(MapStrategy.of(strategy.id())).isSameAs(strategy);
    }

    @Test
    void namesTheKnownOnesAndTheNearest() {
        assertThatThrownBy(() -> MapStrategy.of("dualmap")).hasMessage("unknown strategy 'dualmap' at "
                + "victim.map.strategy; known: locked, dual-map, hash-trie, segmented, snapshot, concurrent; nearest: dual-map");
    }
}
