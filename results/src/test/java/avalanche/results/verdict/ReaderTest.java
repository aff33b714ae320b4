package avalanche.results.verdict;

import static avalanche.results.verdict.Cases.TO_END;
import static avalanche.results.verdict.Cases.UNTIL_DEATH;
import static avalanche.results.verdict.Cases.gauge;
import static avalanche.results.verdict.Cases.lives;
import static avalanche.results.verdict.Cases.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Second;
import avalanche.results.record.ExampleRuns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderTest {
    private final Reader incident = new Reader(Cases.incident());
    private final Reader control = new Reader(Cases.control());

    private static double value(Reading reading) {
        Double value = reading.value();
        assertThat(value).as(String.valueOf(reading.note())).isNotNull();
        return value == null ? Double.NaN : value;
    }

    private static Window incidentPhase() {
        return new Window("incident", false, null, false);
    }

    @Test
    void aDeathCutsTheWindowAndTheControlKeepsItsWhole() {
        Reading cut = incident.read(gauge(Metric.IN_FLIGHT, Statistic.MAX, UNTIL_DEATH, 1));
        assertThat(List.of(cut.fromSecond(), cut.toSecond())).containsExactly(10, 33);
        assertThat(cut.samples()).isEqualTo(23);
        assertThat(value(cut)).isEqualTo(690);
        Reading whole = control.read(gauge(Metric.IN_FLIGHT, Statistic.MAX, UNTIL_DEATH, 1));
        assertThat(List.of(whole.fromSecond(), whole.toSecond())).containsExactly(10, 40);
    }

    @Test
    void aWindowToTheEndReachesTheLastSecond() {
        assertThat(incident.read(gauge(Metric.ENTRIES, Statistic.MAX, TO_END, 1)).toSecond()).isEqualTo(50);
        assertThat(incident.read(gauge(Metric.ENTRIES, Statistic.MAX, TO_END, 1)).note()).isEqualTo(
                "no vitals in 5 of 40 seconds");
    }

    @Test
    void theWorstStretchOfTimesIsSearchedExactly() {
        // seconds 10 to 32 have medians of 120 + 200 x age ms; the worst 3 s before the death are ages 20, 21, 22
        Reading mean = incident.read(times(Statistic.MEAN, new Window("incident", true, 3, false), 1));
        assertThat(value(mean)).isCloseTo(120 + 200 * 21, within(5.0));
        Reading least = incident.read(times(Statistic.MIN, new Window("incident", true, 3, false), 1));
        assertThat(value(least)).isCloseTo(120 + 200 * 20, within(5.0));
        assertThat(least.samples()).isEqualTo(3 * 40);
    }

    @Test
    void aStretchLongerThanTheWindowTakesItWholeAndSaysSo() {
        Reading reading = incident.read(times(Statistic.MIN, new Window("incident", true, 60, false), 1));
        assertThat(value(reading)).isCloseTo(120, within(0.5));
        assertThat(reading.note()).contains("shorter than 60 s, so taken whole");
    }

    @Test
    void worstStretchesOfSharesAndGaugesAreSearchedToo() {
        // 6 of 46 writes a second are refused before the death in second 33, all until second 37, none afterwards
        Symptom share = new Symptom("failed", "Writes fail", Metric.FAILED_SHARE, Second.WRITES, Statistic.TOTAL,
                new Window("incident", false, 6, false), null, new Bound(1.0, null, null, null), null);
        assertThat(value(incident.read(share))).isCloseTo(100.0 * (6 + 5 * 46) / (6 * 46), within(1e-9));
        Symptom pooled = new Symptom("failed", "Writes fail", Metric.FAILED_SHARE, Second.WRITES, Statistic.TOTAL,
                incidentPhase(), null, new Bound(1.0, null, null, null), null);
        Symptom worst = new Symptom("failed", "Writes fail", Metric.FAILED_SHARE, Second.WRITES, Statistic.MAX,
                incidentPhase(), null, new Bound(1.0, null, null, null), null);
        assertThat(value(incident.read(worst))).isEqualTo(100);
        assertThat(value(incident.read(pooled))).isCloseTo(100.0 * (23 * 6 + 5 * 46) / (30 * 46), within(1e-9));
        assertThat(incident.read(pooled).samples()).isEqualTo(30 * 46);
        assertThat(value(incident.read(gauge(Metric.IN_FLIGHT, Statistic.MIN, new Window("incident", true, 4, false),
                1)))).isEqualTo(30 + 30 * 19);
    }

    @Test
    void tooFewValuesForAPercentileAreNoNumber() {
        Reading reading = incident.read(times(Statistic.P99, new Window("incident", true, 1, false), 1));
        assertThat(reading.value()).isNull();
        assertThat(reading.note()).contains("only 40 requests in the window, p99 needs 100");
        assertThat(incident.read(gauge(Metric.CPU, Statistic.P99, incidentPhase(), 1)).value()).isNull();
    }

    @Test
    void livesAreCountedToTheEndWhateverCutsTheWindow() {
        assertThat(value(incident.read(lives(Metric.MEMORY_DEATHS)))).isEqualTo(1);
        assertThat(value(incident.read(lives(Metric.RESTARTS)))).isEqualTo(1);
        assertThat(value(control.read(lives(Metric.MEMORY_DEATHS)))).isZero();
        assertThat(value(incident.read(gauge(Metric.MEMORY_DEATHS, Statistic.TOTAL, UNTIL_DEATH, 1)))).isEqualTo(1);
        Window before = new Window("baseline", false, null, false);
        assertThat(value(incident.read(gauge(Metric.MEMORY_DEATHS, Statistic.TOTAL, before, 1)))).isZero();
        Reader unknown = new Reader(Cases.evidence(Cases.withLives(ExampleRuns.incident(), List.of())));
        assertThat(unknown.read(lives(Metric.MEMORY_DEATHS)).value()).isNull();
    }

    @Test
    void aRestartThatHasNotAnsweredYetIsNeitherOneNorNone() {
        Reading reading = restartsWithSecondLife(null, Ending.ALIVE, List.of());
        assertThat(reading.value()).isNull();
        assertThat(reading.note()).contains("life 2 was started in second").contains("had not answered");
    }

    @Test
    void aRestartThatFailedBeforeItAnsweredIsNeitherOneNorNoneAndSaysWhy() {
        Reading reading = restartsWithSecondLife(1.0, Ending.CRASHED, List.of("port 40001 is taken", "exit code 1"));
        assertThat(reading.value()).isNull();
        assertThat(reading.note()).contains("life 2 was started in second").contains("ended before it answered")
                .contains(
                        "crashed (port 40001 is taken; exit code 1)");
    }

    @Test
    void aRestartThatMemoryEndedBeforeItAnsweredIsNone() {
        assertThat(value(restartsWithSecondLife(1.0, Ending.HEAP_EXHAUSTED, List.of()))).isZero();
        assertThat(value(restartsWithSecondLife(1.0, Ending.STOPPED, List.of()))).isZero();
    }

    private static Reading restartsWithSecondLife(@Nullable Double length, Ending ending, List<String> evidence) {
        List<Life> lives = ExampleRuns.incident().lives();
        Life second = lives.get(1);
        Life other = new Life(2, second.startedSecond(), null, length == null ? null : second.startedSecond() + length,
                ending, null, second.backOffSeconds(), evidence);
        return new Reader(Cases.evidence(Cases.withLives(ExampleRuns.incident(), List.of(lives.getFirst(), other))))
                .read(
                        lives(Metric.RESTARTS));
    }

    @Test
    void gaugesComeInTheirUnits() {
        assertThat(value(incident.read(gauge(Metric.CPU, Statistic.P50, UNTIL_DEATH, 1)))).isCloseTo(35, within(1e-9));
        assertThat(value(incident.read(gauge(Metric.HEAP_USED, Statistic.MAX, UNTIL_DEATH, 1)))).isCloseTo(100.0
                * 190_000_000 / (192 << 20), within(1e-9));
    }

    @Test
    void theLargestWalkCountsThoseUnderWay() {
        assertThat(value(incident.read(gauge(Metric.TRAVERSAL_TIME, Statistic.P50, UNTIL_DEATH, 1)))).isEqualTo(500);
        assertThat(value(incident.read(gauge(Metric.TRAVERSAL_TIME, Statistic.MEAN, UNTIL_DEATH, 1)))).isCloseTo(550,
                within(1e-6));
        assertThat(value(incident.read(gauge(Metric.TRAVERSAL_TIME, Statistic.MAX, UNTIL_DEATH, 1)))).isEqualTo(1200);
    }

    @Test
    void anUnknownPhaseIsNamedWithTheKnownOnes() {
        assertThat(incident.read(gauge(Metric.CPU, Statistic.MAX, new Window("x", false, null, false), 1)).note())
                .contains("no phase x", "baseline, incident, recovery");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyAllowedStatisticIsReadAndEveryOtherIsRefused(Metric metric) {
        String requests = metric.ofRequests() ? Second.ALL : null;
        for (Statistic statistic : Statistic.values()) {
            String baseline = statistic == Statistic.GROWTH ? "baseline" : null;
            Bound bound = new Bound(1.0, null, null, null);
            if (metric.allows(statistic)) {
                Reading reading = incident.read(new Symptom("s", "t", metric, requests, statistic, TO_END, baseline,
                        bound, null));
                assertThat(reading.value() == null).isEqualTo(reading.samples() < Figure.fewest(statistic));
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> new Symptom("s", "t", metric, requests, statistic,
                        TO_END, baseline, bound, null)).withMessageContaining("allowed for " + metric.id());
            }
        }
    }

    @Test
    void requestsBelongExactlyToMetricsOfRequests() {
        Bound bound = new Bound(1.0, null, null, null);
        assertThatIllegalArgumentException().isThrownBy(() -> new Symptom("s", "t", Metric.CPU, "all", Statistic.MAX,
                TO_END, null, bound, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Symptom("s", "t", Metric.RESPONSE_TIME, null,
                Statistic.MAX, TO_END, null, bound, null));
    }
}
