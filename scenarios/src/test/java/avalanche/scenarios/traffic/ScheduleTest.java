package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final TrafficPlan MIXED = Plans.of(42,
            new Phase("healthy", Duration.ofSeconds(10),
                    Map.of(Kind.CREATE, new Rate(50, 50), Kind.READ, new Rate(20, 20), Kind.EXPORT, new Rate(0.3,
                            0.3))),
            new Phase("growth", Duration.ofSeconds(7), Map.of(Kind.CREATE, new Rate(50, 120), Kind.EXPORT, new Rate(
                    0.3, 4))));

    private static List<Arrival> all(Schedule schedule) {
        List<Arrival> arrivals = new ArrayList<>();
        schedule.arrivals().forEachRemaining(arrivals::add);
        return arrivals;
    }

    @Test
    void countsAreRateTimesDuration() {
        Schedule schedule = Schedule.of(MIXED);
        Map<Kind, Long> counts = new java.util.EnumMap<>(Kind.class);
        all(schedule).forEach(arrival -> counts.merge(arrival.kind(), 1L, Long::sum));

        assertThat(counts).containsEntry(Kind.CREATE, 50L * 10 + (50 + 120) / 2 * 7).containsEntry(Kind.READ, 200L)
                .containsEntry(Kind.EXPORT, Math.round(3 + (0.3 + 4) / 2 * 7));
        assertThat(schedule.total()).isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
        assertThat(schedule.seconds()).isEqualTo(17);
    }

    @Test
    void aRampIsIntegratedSecondBySecond() {
        Schedule schedule = Schedule.of(Plans.of(1, Plans.ramp("up", 10, Kind.READ, 0, 100)));

        for (int second = 0; second < 10; second++) {
            assertThat(schedule.plannedIn(second, Kind.READ)).isEqualTo(5 + 10L * second);
        }
        assertThat(schedule.plannedIn(10, Kind.READ)).isZero();
        assertThat(schedule.total()).isEqualTo(500);
    }

    @Test
    void fractionsAreCarriedAcrossSecondsAndPhases() {
        Schedule schedule = Schedule.of(Plans.of(1,
                Plans.steady("a", 3, Kind.EXPORT, 0.1),
                Plans.steady("b", 7, Kind.EXPORT, 0.1),
                Plans.steady("c", 10, Kind.EXPORT, 0.1)));

        assertThat(schedule.total()).isEqualTo(2);
    }

    @Test
    void arrivalsAreSortedAndNumbered() {
        List<Arrival> arrivals = all(Schedule.of(MIXED));

        assertThat(arrivals).isSortedAccordingTo(Comparator.comparingLong(Arrival::intendedNanos));
        assertThat(arrivals).extracting(Arrival::index)
                .containsExactlyElementsOf(java.util.stream.LongStream.range(0, arrivals.size()).boxed().toList());
    }

    @Test
    void sameSeedSameInstants() {
        assertThat(all(Schedule.of(MIXED))).isEqualTo(all(Schedule.of(MIXED)));
        assertThat(all(Schedule.of(Plans.of(1, Plans.steady("a", 5, Kind.READ, 10)))))
                .isNotEqualTo(all(Schedule.of(Plans.of(2, Plans.steady("a", 5, Kind.READ, 10)))));
    }

    /** What seed 42 means may not change: a record names its seed, and must be repeatable with a later build. */
    @Test
    void theInstantsOfASeedAreFixedForGood() {
        long hash = 0;
        for (Arrival arrival : all(Schedule.of(MIXED))) {
            hash = 31 * hash + arrival.intendedNanos();
            hash = 31 * hash + arrival.kind().id().hashCode();
        }

        assertThat(hash).isEqualTo(9026701886947249777L);
    }

    @Test
    void shardsAddUpToTheWhole() {
        Schedule whole = Schedule.of(MIXED);
        List<Arrival> union = new ArrayList<>();
        long total = 0;
        for (int shard = 0; shard < 3; shard++) {
            Schedule part = whole.shard(shard, 3);
            List<Arrival> arrivals = all(part);
            assertThat(part.total()).isEqualTo(arrivals.size());
            assertThat(part.plannedIn(4, Kind.CREATE)).isEqualTo(arrivals.stream()
                    .filter(arrival -> arrival.second() == 4 && arrival.kind() == Kind.CREATE).count());
            union.addAll(arrivals);
            total += part.total();
        }
        union.sort(Comparator.comparingLong(Arrival::index));

        assertThat(union).isEqualTo(all(whole));
        assertThat(total).isEqualTo(whole.total());
    }

    @Test
    void aShardBeyondTheLastIsRefused() {
        Schedule whole = Schedule.of(MIXED);

        assertThatThrownBy(() -> whole.shard(2, 2)).hasMessageContaining("shard is 2 of 2");
    }

    /** Gaps of a Poisson process are exponential: their coefficient of variation is 1; that of a metronome would be 0. */
    @Test
    void gapsAreThoseOfAPoissonProcess() {
        List<Arrival> arrivals = all(Schedule.of(Plans.of(7, Plans.steady("a", 20, Kind.READ, 1000))));
        double[] gaps = new double[arrivals.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = arrivals.get(i + 1).intendedNanos() - arrivals.get(i).intendedNanos();
        }
        double mean = java.util.Arrays.stream(gaps).average().orElseThrow();
        double variance = java.util.Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow();

        assertThat(mean).isCloseTo(1e6, within(1e4));
        assertThat(Math.sqrt(variance) / mean).isCloseTo(1, within(0.05));
    }
}
