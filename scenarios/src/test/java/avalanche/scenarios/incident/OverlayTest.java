package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault.SlowCallback;
import avalanche.results.verdict.Symptom;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Retry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sizes, variants and arguments are laid over the file, in that order. */
class OverlayTest {
    private static final String OVERLAYS = Sample.TEXT + """
            sizes:
              first: {about: The first}
              big: {victim: {heap: 1 GiB}, traffic: {users: 20, phases: {incident: {duration: 40 s}}}}
            variants:
              plain:
              other:
                about: Another
                victim: {strategy: snapshot, jvm: [-Xss256k], callback: }
                conditions: {grown: }
                faults: {slow: {delay: {distribution: uniform, min: 76 us, max: 162 us}}}
                sizes: {big: {victim: {heap: 2 GiB}}}
            """;

    @Test
    void theFirstSizeAndVariantAreTheDefault() {
        Incident incident = Sample.read(OVERLAYS, null, null);
        assertThat(incident.size()).isEqualTo("first");
        assertThat(incident.variant()).isEqualTo("plain");
        assertThat(incident.victim()).isEqualTo(Sample.read(Sample.TEXT, null, null).victim());
        assertThat(IncidentReader.menu(OVERLAYS, Sample.PATH)).isEqualTo(new Menu(Map.of("plain", "", "other",
                "Another"), Map.of("first", "The first", "big", "")));
    }

    @Test
    void aFileWithoutOverlaysHasOneOfEach() {
        Incident incident = Sample.read(Sample.TEXT, null, null);
        assertThat(incident.size()).isEqualTo(IncidentReader.ONLY);
        assertThat(incident.variant()).isEqualTo(IncidentReader.ONLY);
    }

    @Test
    void mappingsMergeAndTheRestReplaces() {
        Incident incident = Sample.read(OVERLAYS, "other", "first");
        assertThat(incident.victim().strategy()).isEqualTo("snapshot");
        assertThat(incident.victim().heapBytes()).isEqualTo(64 << 20);
        assertThat(incident.victim().jvmOptions()).containsExactly("-Xss256k");
        assertThat(incident.victim().settings()).containsEntry("victim.map.segments", "8");
        assertThat(incident.faults().getFirst().fault()).isEqualTo(new SlowCallback(new Delay.Uniform(Duration.ofNanos(
                76_000), Duration.ofNanos(162_000)), SlowCallback.Mode.PARK));
    }

    @Test
    void anEmptyValueTakesItsKeyAway() {
        Incident incident = Sample.read(OVERLAYS, "other", "first");
        assertThat(incident.victim().callback()).isNull();
        assertThat(incident.conditions()).isEmpty();
        assertThat(incident.symptoms()).extracting(Symptom::id).containsExactly("writes", "pile-up");
    }

    @Test
    void theVariantLiesOverTheSizeAndItsPartForTheSizeOverBoth() {
        assertThat(Sample.read(OVERLAYS, "plain", "big").victim().heapBytes()).isEqualTo(1 << 30);
        assertThat(Sample.read(OVERLAYS, "other", "big").victim().heapBytes()).isEqualTo(2L << 30);
        assertThat(Sample.read(OVERLAYS, "other", "big").traffic().phases()).extracting(Phase::duration)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(40));
    }

    @Test
    void argumentsLieOverEverything() {
        Incident incident = Sample.read(OVERLAYS, "other", "big", "victim.strategy=dual-map", "victim.heap=96 MiB",
                "traffic.retry.attempts=2", "victim.settings.victim.map.segments=32", "faults.slow.delay=5 us",
                "traffic.phases.incident={duration: 3 s, read: 5/s}", "victim.jvm=", "traffic.seed=99");
        assertThat(incident.victim().strategy()).isEqualTo("dual-map");
        assertThat(incident.victim().heapBytes()).isEqualTo(96 << 20);
        assertThat(incident.victim().jvmOptions()).isEmpty();
        assertThat(incident.victim().settings()).containsExactly(Map.entry("victim.map.segments", "32"));
        assertThat(incident.traffic().retry()).isEqualTo(new Retry(2, TrafficReader.BACK_OFF));
        assertThat(incident.traffic().seed()).isEqualTo(99);
        assertThat(incident.traffic().phases().getLast().duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(incident.faults().getFirst().fault()).isEqualTo(new SlowCallback(new Delay.Fixed(Duration.ofNanos(
                5_000)), SlowCallback.Mode.PARK));
    }

    @Test
    void aWrongArgumentIsItsOwnPlace() {
        assertThat(Sample.render(Sample.refused(OVERLAYS, "victim.stratgy=locked", "victim.heap=4", "seed=1",
                "traffic.phases.incidnt.read=1/s", "traffic.seed.x=1", "nothing", "victim.jvm=[1", "victim=5")))
                .contains("--set victim.stratgy=locked: victim.stratgy: unknown path 'victim.stratgy'",
                        "did you mean 'victim.strategy'?",
                        "--set victim.heap=4: victim.heap: '4' has no unit",
                        "--set seed=1: seed: unknown path 'seed'; allowed: schema, id",
                        "did you mean 'traffic.seed'?",
                        "did you mean 'traffic.phases.incident'?",
                        "--set traffic.seed.x=1: traffic.seed: has nothing below it",
                        "--set nothing: has no path; allowed: path=value",
                        "--set victim.jvm=[1: not YAML",
                        "--set victim=5: victim: is the number 5; allowed: a mapping")
                .doesNotContain("small.yaml");
    }

    @Test
    void anUnknownVariantOrSizeIsToldWithTheKnownOnes() {
        Reading reading = IncidentReader.read(OVERLAYS, Sample.PATH, "othr", "huge", java.util.List.of());
        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(Sample.render(refused
                .problems())).isEqualTo("""
                        --variant othr: unknown variant 'othr'; allowed: plain, other; did you mean 'other'?
                        --size huge: unknown size 'huge'; allowed: first, big"""));
    }

    @Test
    void whatIsWrongInAnOverlayIsToldAtItsOwnLine() {
        String text = OVERLAYS.replace("heap: 2 GiB", "heap: 2 GB");
        assertThat(IncidentReader.validate(text, Sample.PATH)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("victim.heap");
            assertThat(problem.place().text()).contains("2 GB");
        });
        assertThat(Sample.read(text, "plain", "big").victim().heapBytes()).isEqualTo(1 << 30);
    }

    @Test
    void theFileMustBeWholeWithoutItsOverlays() {
        String text = OVERLAYS.replace("  strategy: locked\n", "").replace("first: {about: The first}",
                "first: {victim: {strategy: locked}}");
        assertThat(Sample.render(IncidentReader.validate(text, Sample.PATH))).contains("victim.strategy: is missing");
    }
}
