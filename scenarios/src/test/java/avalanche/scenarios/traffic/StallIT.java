package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that there is no coordinated omission. 500 requests a second for 10 s meet a server that answers nothing in the first 6 s, then
 * everything at once. An arrival t seconds after the stall began waits 6 - t; those after it wait no time to speak of. Arrivals are uniform
 * over 10 s, so a share (6 - r) / 10 of them waits longer than r: the quantile p is 6 - 10 (1 - p), that is 1 s at p50, 5 s at p90,
 * 5.9 s at p99, and the maximum is 6 s. A client that waits for answers before it sends on would record a handful of slow requests, and
 * a median of under a millisecond.
 *
 * <p>The server answers those that came last first, and says how long it took to answer them all: one that waited r got its answer the
 * share r / 6 of that time after the stall's end, which stretches every quantile alike.
 */
class StallIT {
    private static final int WARM_UP_SECONDS = 13;
    private static final double STALL_SECONDS = 6;

    @Test
    void recordedQuantilesAreTheAnalyticOnes(@TempDir Path directory) throws Exception {
        TrafficPlan traffic = Plans.with(Plans.of(11, Plans.ramp("warm-up", WARM_UP_SECONDS - 1, Kind.READ, 500,
                10_000),
                Plans.steady("quiet", 1, Kind.READ, 100),
                Plans.steady("measured", 10, Kind.READ, 500)), Duration.ofSeconds(15), Connections.SHARED, 4000);
        try (TrivialServer server = TrivialServer.start()) {
            Instant startAt = Instant.now().plusSeconds(8);
            long start = System.nanoTime() + Duration.between(Instant.now(), startAt).toNanos();
            long stall = start + Duration.ofSeconds(WARM_UP_SECONDS).toNanos();
            server.hold(stall, stall + (long) (STALL_SECONDS * 1e9));
            try (InjectorProcess injector = InjectorProcess.start(directory,
                    new InjectorPlan(server.uri(), startAt, traffic).toJson(), 0, 1)) {
                InjectorProcess.Result result = injector.await();

                assertThat(result.exit()).as(result.err()).isZero();
                Histogram response = Objects.requireNonNull(
                        result.sumFrom(WARM_UP_SECONDS).kinds().get("read")).response();
                double stretch = 1 + server.releaseNanos() / 1e9 / STALL_SECONDS;
                assertThat(stretch).as("the server answers at once").isBetween(1.0, 1.05);
                assertThat(response.getTotalCount()).isBetween(5000L, 5010L);
                assertQuantile(response, 50, 1.0 * stretch);
                assertQuantile(response, 90, 5.0 * stretch);
                assertQuantile(response, 99, 5.9 * stretch);
                assertQuantile(response, 100, STALL_SECONDS * stretch);
            }
        }
    }

    private static void assertQuantile(Histogram response, double percentile, double seconds) {
        assertThat(response.getValueAtPercentile(percentile) / 1e9).as("p%s", percentile)
                .isCloseTo(seconds, withinPercentage(2));
    }
}
