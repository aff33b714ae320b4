package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault;
import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Revision;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Symptom;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample file says what the post-mortem says. */
class RangeCascadeTest {
    static final Path FILE = Path.of("incidents", "range-cascade.yaml");

    @Test
    void everyVariantAndSizeCanBeRead() throws Exception {
        assertThat(IncidentReader.validate(Files.readString(FILE), FILE.toString())).map(Problem::render).isEmpty();
        Menu menu = IncidentReader.menu(Files.readString(FILE), FILE.toString());
        assertThat(menu.sizes().keySet()).containsExactly("laptop", "full");
        assertThat(menu.variants().keySet()).containsExactly("as-measured", "as-sketched", "cpu-bound", "new-keys");
        assertThat(menu.variants()).doesNotContainValue("");
    }

    @ParameterizedTest
    @CsvSource({"as-measured,laptop", "as-measured,full", "as-sketched,laptop", "as-sketched,full", "cpu-bound,laptop",
        "cpu-bound,full"})
    void ordersGrowFrom800To4200(String variant, String size) throws Exception {
        List<Phase> phases = read(variant, size).traffic().phases();
        assertThat(created(phases.get(0))).isEqualTo(800);
        assertThat(created(phases.get(1))).isZero();
        assertThat(created(phases.get(2))).isEqualTo(3400);
        assertThat(created(phases.get(3))).isZero();
        assertThat(phases).extracting(Phase::name).containsExactly("warm-up", "healthy", "growth", "incident",
                "recovery");
    }

    @Test
    void theDefaultCarriesTheTable() throws Exception {
        Incident incident = read(null, null);
        assertThat(incident.variant()).isEqualTo("as-measured");
        assertThat(incident.size()).isEqualTo("laptop");
        assertThat(incident.victim().strategy()).isEqualTo("locked");
        assertThat(incident.victim().callback()).isEqualTo(callback(Duration.ofNanos(10_000),
                Fault.SlowCallback.Mode.PARK));
        assertThat(incident.faults()).containsExactly(new TimedFault("slow-callback", callback(Duration.ofNanos(
                120_000),
                Fault.SlowCallback.Mode.PARK), "incident", "recovery"));
        assertThat(incident.conditions()).extracting(Symptom::id).containsExactly("entries-healthy", "entries-incident",
                "walk-healthy", "walk-incident");
        assertThat(incident.symptoms()).extracting(Symptom::metric).containsExactly(Metric.RESPONSE_TIME,
                Metric.RESPONSE_TIME, Metric.FAILED_SHARE, Metric.IN_FLIGHT, Metric.MEMORY_DEATHS, Metric.RESTARTS);
    }

    @Test
    void everyMitigationIsOrderedInTheIncident() throws Exception {
        Incident incident = read(null, null);
        assertThat(incident.mitigations()).extracting(TimedMitigation::id).containsExactly("more-replicas",
                "paged-walks",
                "to-segments", "more-memory", "more-cpu", "restart");
        assertThat(incident.mitigations()).extracting(TimedMitigation::fromPhase).containsOnly("incident");
        assertThat(incident.mitigation("more-replicas").mitigation()).isEqualTo(new Mitigation.ScaleOut(3));
        assertThat(incident.mitigation("to-segments").mitigation()).isEqualTo(new Mitigation.Rollout(new Revision(null,
                Map.of(
                        "victim.map.strategy", "segmented"))));
        assertThat(incident.mitigation("paged-walks").mitigation()).isEqualTo(new Mitigation.Rollout(new Revision(null,
                Map.of(
                        "victim.traversal.mode", "paged"))));
        assertThat(read(null, "full").mitigation("more-memory").mitigation()).isEqualTo(new Mitigation.MoreMemory(
                6L << 30));
    }

    @Test
    void aBusyProcessorIsASymptomOnlyWhereTheCallbackSpins() throws Exception {
        assertThat(read("cpu-bound", null).symptoms()).extracting(Symptom::metric).contains(Metric.CPU).doesNotContain(
                Metric.IN_FLIGHT, Metric.MEMORY_DEATHS, Metric.RESTARTS);
        assertThat(read("cpu-bound", null).victim().callback()).isEqualTo(callback(Duration.ofNanos(8_000),
                Fault.SlowCallback.Mode.SPIN));
        assertThat(read("as-measured", null).symptoms()).extracting(Symptom::metric).doesNotContain(Metric.CPU);
        assertThat(read("as-sketched", null).symptoms()).extracting(Symptom::metric).doesNotContain(Metric.CPU);
    }

    @Test
    void newKeysTakeThePlaceOfUpdatesInTheIncident() throws Exception {
        Phase phase = read("new-keys", null).traffic().phases().get(3);
        assertThat(phase.rates()).doesNotContainKey(Kind.UPDATE);
        assertThat(rate(phase, Kind.CREATE)).isGreaterThan(rate(phase, Kind.DELETE));
        assertThat(read("new-keys", null).symptoms()).filteredOn(symptom -> symptom.id().equals("timeouts"))
                .extracting(Symptom::requests).containsExactly("create");
    }

    @Test
    void theSketchWaitsTenMillisecondsPerEntry() throws Exception {
        Incident incident = read("as-sketched", "full");
        assertThat(incident.faults().getFirst().fault()).isEqualTo(callback(Duration.ofMillis(10),
                Fault.SlowCallback.Mode.PARK));
        assertThat(incident.conditions().getLast().bound().holds(5001)).isTrue();
        assertThat(incident.conditions().getLast().bound().holds(5000)).isFalse();
    }

    private static Fault.SlowCallback callback(Duration delay, Fault.SlowCallback.Mode mode) {
        return new Fault.SlowCallback(new Delay.Fixed(delay), mode);
    }

    private static double created(Phase phase) {
        return (rate(phase, Kind.CREATE) - rate(phase, Kind.DELETE)) * phase.duration().toSeconds();
    }

    private static double rate(Phase phase, Kind kind) {
        return phase.rates().containsKey(kind) ? (phase.rates().get(kind).from() + phase.rates().get(kind).to()) / 2
                : 0;
    }

    static Incident read(@Nullable String variant, @Nullable String size) throws Exception {
        return switch (IncidentReader.read(Files.readString(FILE), FILE.toString(), variant, size, List.of())) {
            case Reading.Read(Incident incident) -> incident;
            case Reading.Refused(List<Problem> problems) -> throw new AssertionError(problems.stream().map(
                    Problem::render).toList());
        };
    }
}
