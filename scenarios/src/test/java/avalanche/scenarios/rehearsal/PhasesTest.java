package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.results.evidence.PhaseSpan;
import avalanche.scenarios.traffic.TrafficPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final TrafficPlan PLAN = new TrafficPlan(1, List.of(phase("healthy", 10), phase("incident", 35)),
            Duration.ofSeconds(5),
            0, Duration.ZERO, TrafficPlan.Connections.SHARED, null, 10);

    @Test
    void phasesFollowEachOtherWithoutGaps() {
        Phases phases = Phases.of(PLAN);

        assertThat(phases.spans()).containsExactly(new PhaseSpan("healthy", 0, 10), new PhaseSpan("incident", 10, 45));
        assertThat(phases.seconds()).isEqualTo(45);
        assertThat(phases.startOf("incident")).isEqualTo(10);
    }

    @Test
    void anUnknownPhaseIsNamedWithTheKnownOnes() {
        Phases phases = Phases.of(PLAN);

        assertThatThrownBy(() -> phases.startOf("incidnt")).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("incidnt")
                .hasMessageContaining("healthy, incident");
    }

    private static TrafficPlan.Phase phase(String name, int seconds) {
        return new TrafficPlan.Phase(name, Duration.ofSeconds(seconds), Map.of(TrafficPlan.Kind.CREATE,
                new TrafficPlan.Rate(1, 1)));
    }
}
