package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import avalanche.scenarios.traffic.TrafficPlan.Retry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectorPlanTest {
    private static final InjectorPlan PLAN = new InjectorPlan(URI.create("http://127.0.0.1:8080"),
            Instant.parse("2026-01-01T00:00:05Z"),
            new TrafficPlan(42, List.of(new Phase("healthy", Duration.ofSeconds(10),
                    Map.of(Kind.CREATE, new Rate(50, 50), Kind.EXPORT, new Rate(4, 4.5)))),
                    Duration.ofSeconds(5), 2048, Duration.ofMillis(4000), Connections.PER_REQUEST,
                    new Retry(2, Duration.ofMillis(200)), 3000));

    @Test
    void readsWhatItWrote() {
        assertThat(InjectorPlan.parse(PLAN.toJson())).isEqualTo(PLAN);
    }

    @Test
    void startAndRetryMayBeAbsent() {
        InjectorPlan plan = new InjectorPlan(PLAN.baseUri(), null, Plans.of(1, Plans.steady("a", 1, Kind.READ, 1)));

        assertThat(InjectorPlan.parse(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void namesEveryProblem() {
        assertThatThrownBy(() -> InjectorPlan.parse("""
                {"schema": 2, "baseUri": "ftp://x", "seed": 1.5, "timeoutMillis": 0, "payloadBytes": 1,
                 "longPollMillis": 0, "connections": "none", "users": 1, "colour": "red", "startAt": "soon",
                 "phases": [{"name": "a", "seconds": 1, "rates": {"patch": {"from": 1, "to": 1},
                                                                  "read": {"from": -1}}}]}"""))
                .isInstanceOf(InvalidPlan.class)
                .message().satisfies(message -> assertThat(message.lines().toList()).containsExactlyInAnyOrder(
                        "colour is unknown; allowed: schema, baseUri, startAt, seed, timeoutMillis, payloadBytes, "
                                + "longPollMillis, connections, retry, users, phases",
                        "schema is 2; allowed: a whole number, 1 to 1",
                        "baseUri is ftp://x; allowed: http://host:port or https://host:port",
                        "startAt is 'soon'; allowed: an instant such as 2026-01-01T00:00:05Z",
                        "seed is 1.5; allowed: a whole number, " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
                        "timeoutMillis is 0; allowed: a whole number, 1 to 3600000",
                        "connections is 'none'; allowed: shared, per-request",
                        "phases[0].rates.patch is unknown; allowed: create, read, update, delete, export",
                        "phases[0].rates.read.from is -1; allowed: a number, 0 to 1000000 per second",
                        "phases[0].rates.read.to is missing; allowed: a number, 0 to 1000000 per second"));
    }

    @Test
    void whatIsNotJsonIsSaidSo() {
        assertThatThrownBy(() -> InjectorPlan.parse("")).isInstanceOf(InvalidPlan.class);
        assertThatThrownBy(() -> InjectorPlan.parse("{")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> InjectorPlan.parse("[]")).hasMessageContaining("allowed: one JSON object");
    }
}
