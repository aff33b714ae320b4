package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans that tests are written with. */
final class Plans {
    private Plans() {}

    static TrafficPlan of(long seed, Phase... phases) {
        return new TrafficPlan(seed, List.of(phases), Duration.ofSeconds(2), 64, Duration.ZERO, Connections.SHARED,
                null,
                200);
    }

    static TrafficPlan with(TrafficPlan plan, Duration timeout, Connections connections, int users) {
        return new TrafficPlan(plan.seed(), plan.phases(), timeout, plan.payloadBytes(), plan.longPoll(), connections,
                plan.retry(), users);
    }

    static Phase steady(String name, int seconds, Kind kind, double rate) {
        return new Phase(name, Duration.ofSeconds(seconds), Map.of(kind, new Rate(rate, rate)));
    }

    static Phase ramp(String name, int seconds, Kind kind, double from, double to) {
        return new Phase(name, Duration.ofSeconds(seconds), Map.of(kind, new Rate(from, to)));
    }
}
