package avalanche.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import avalanche.results.verdict.Recovery.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service that is bad in some seconds of an incident from second 10 to 60; a mitigation is ordered in second 20. */
class RecoveriesTest {
    private static final List<PhaseSpan> PHASES = List.of(new PhaseSpan("healthy", 0, 10), new PhaseSpan("incident", 10,
            60));
    private static final int ORDERED = 20;
    private static final Window WINDOW = new Window("incident", true, null, false);
    private static final Symptom SLOW = new Symptom("slow", "Slow", Metric.RESPONSE_TIME, Second.WRITES, Statistic.P99,
            WINDOW, null, new Bound(120.0, null, null, null), null);
    private static final Symptom FAILING = new Symptom("failing", "Failing", Metric.FAILED_SHARE, Second.ALL,
            Statistic.TOTAL, new Window("incident", true, 3, false), null, new Bound(50.0, null, null, null), null);
    private static final Symptom PILE = new Symptom("pile", "Pile", Metric.IN_FLIGHT, null, Statistic.GROWTH, WINDOW,
            "healthy", new Bound(null, 9.0, null, null), null);
    private static final Symptom DEATH = new Symptom("death", "Death", Metric.MEMORY_DEATHS, null, Statistic.TOTAL,
            WINDOW,
            null, new Bound(null, 1.0, null, null), null);
    private static final List<Symptom> ALL = List.of(SLOW, FAILING, PILE, DEATH);

    @Test
    void tellsWhenEachSymptomStopped() {
        Recovery recovery = recovery(ALL, run(second -> second >= 10 && second < 33, null, 0));
        assertThat(recovery.orderedSecond()).isEqualTo(ORDERED);
        assertThat(recovery.symptoms()).extracting(Recovery.OfSymptom::id).containsExactly("slow", "failing", "pile");
        assertThat(recovery.symptoms()).extracting(Recovery.OfSymptom::state).containsOnly(State.RECOVERED);
        assertThat(recovery.symptoms()).extracting(Recovery.OfSymptom::second).containsExactly(33, 31, 33);
        assertThat(recovery.state()).isEqualTo(State.RECOVERED);
        assertThat(recovery.second()).isEqualTo(33);
        assertThat(recovery.words()).isEqualTo(
                "After more-replicas, ordered in second 20, the service recovered in second "
                        + "33 (13 s later); no life died after it.");
    }

    @Test
    void whatIsBadToTheEndDidNotRecover() {
        Recovery recovery = recovery(ALL, run(second -> second >= 10, null, 2));
        assertThat(recovery.state()).isEqualTo(State.NOT_RECOVERED);
        assertThat(recovery.second()).isNull();
        assertThat(recovery.deaths()).isEqualTo(2);
        assertThat(recovery.words()).contains("did not recover (slow, failing, pile)", "2 lives died after it");
        assertThat(recovery.symptoms().getFirst().reason()).contains("still met when the schedule ended");
    }

    @Test
    void whatComesBackOnceDidNotRecoverBefore() {
        Recovery recovery = recovery(List.of(SLOW), run(second -> (second >= 10 && second < 25) || second == 40, null,
                0));
        assertThat(recovery.second()).isEqualTo(41);
    }

    @Test
    void whatStopsOnlyWithTheFaultDidNotRecover() {
        Recovery recovery = recovery(List.of(SLOW), run(second -> second >= 10 && second < 46, 45.0, 0));
        assertThat(recovery.state()).isEqualTo(State.NOT_RECOVERED);
        assertThat(recovery.symptoms().getFirst().reason()).contains(
                "only when the fault was taken back, in second 45");
        assertThat(recovery(List.of(SLOW), run(second -> second >= 10 && second < 33, 45.0, 0)).state()).isEqualTo(
                State.RECOVERED);
    }

    @Test
    void whatWasNeverMetIsNoRecovery() {
        Recovery recovery = recovery(ALL, run(_ -> false, null, 0));
        assertThat(recovery.state()).isEqualTo(State.NOT_MET);
        assertThat(recovery.words()).contains("no symptom was met any more");
    }

    @Test
    void aServiceThatIsNotSeenToTheEndCannotBeTold() {
        Run run = run(second -> second >= 10 && second < 33, null, 0);
        assertThat(recovery(List.of(PILE), Cases.silent(run, 40, 60).with(run.intervention())).state()).isEqualTo(
                State.NOT_OBSERVED);
        assertThat(recovery(List.of(PILE), Cases.silent(run, 20, 60).with(run.intervention())).state()).isEqualTo(
                State.NOT_OBSERVED);
    }

    @Test
    void aSumWithoutOneReplicaIsNotTakenForALittleOne() {
        Run run = run(second -> second >= 10 && second < 33, null, 0);
        List<Second> partly = run.seconds().stream().map(second -> second.second() < 50 ? second : partly(second))
                .toList();
        Run seen = new Run(run.role(), run.platform(), run.strategy(), run.traversal(), run.startedAt(), run.phases(),
                partly,
                run.lives(), run.receipts(), run.fidelity(), run.intervention(), run.unseen());
        assertThat(recovery(List.of(PILE), seen).state()).isEqualTo(State.NOT_OBSERVED);
        assertThat(recovery(List.of(SLOW), seen).state()).isEqualTo(State.RECOVERED);
    }

    @Test
    void aFaultThatDoesNotLandOnWhatTheOrderBroughtLeavesTheRecoveryUntoldAndTheIncidentValid() {
        Run run = run(second -> second >= 10 && second < 33, 45.0, 0);
        Receipt late = new Receipt("slow-callback", 28, 45.0, "120 us", "b: median 310 us", false);
        Run spoilt = with(run, late);
        Recovery recovery = recovery(List.of(SLOW), spoilt);
        assertThat(recovery.state()).isEqualTo(State.NOT_OBSERVED);
        assertThat(recovery.second()).isNull();
        assertThat(recovery.words()).contains("cannot be told whether the service recovered (slow-callback did not "
                + "land: b: median 310 us)");
        assertThat(judged(spoilt)).isEqualTo(judged(run)).isNotEqualTo(Verdict.INVALID);
        Receipt early = new Receipt("slow-callback", 10, 45.0, "120 us", "a: median 310 us", false);
        assertThat(judged(with(run, early))).isEqualTo(Verdict.INVALID);
        Receipt atTheOrder = new Receipt("slow-callback", ORDERED, 45.0, "120 us", "a: median 310 us", false);
        assertThat(judged(with(run, atTheOrder))).isEqualTo(Verdict.INVALID);
        Receipt nowhere = new Receipt("freeze", 28, 45.0, "frozen", "not frozen", false);
        assertThat(judged(with(run, nowhere))).isEqualTo(Verdict.INVALID);
        assertThat(judged(spoilt.with(null))).isEqualTo(Verdict.INVALID);
    }

    private static Verdict judged(Run run) {
        return new Judge("incident", Second.ALL).judge(List.of(), List.of(SLOW), Cases.evidence(run), null).verdict();
    }

    private static Run with(Run run, Receipt further) {
        List<Receipt> receipts = new ArrayList<>(run.receipts());
        receipts.add(further);
        return new Run(run.role(), run.platform(), run.strategy(), run.traversal(), run.startedAt(), run.phases(), run
                .seconds(), run.lives(), receipts, run.fidelity(), run.intervention(), run.unseen());
    }

    @Test
    void withoutAnOrderThereIsNothingToTell() {
        Run run = run(second -> second >= 10, null, 0);
        assertThat(Recoveries.of(ALL, Cases.evidence(run.with(null)))).isNull();
    }

    private static Recovery recovery(List<Symptom> symptoms, Run run) {
        return Objects.requireNonNull(Recoveries.of(symptoms, Cases.evidence(run)));
    }

    private static Run run(IntPredicate bad, @Nullable Double faultEnd, int deaths) {
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < 65; second++) {
            seconds.add(second(second, bad.test(second)));
        }
        Receipt fault = new Receipt("slow-callback", 10, faultEnd, "120 us", "121 us", true);
        // Before the fault and after it, so that its receipt reaches over the fault's.
        Receipt healthy = new Receipt(Receipt.HEALTHY, 0, null, "10 us", "11 us", true);
        Life life = new Life(1, -5, -1.0, null, Ending.ALIVE, null, 0, List.of());
        return new Run(Run.Role.INCIDENT, "kubernetes", "locked", Run.NATURAL, Instant.EPOCH, PHASES, seconds, List.of(
                life),
                List.of(healthy, fault), new Fidelity(1, 1, Quantiles.EMPTY, List.of(), true, List.of()),
                new Intervention(
                        "more-replicas", "More", "scale-out", "3 replicas", ORDERED + 0.3, null, 28.0, List.of(),
                        deaths,
                        Intervention.Lost.of(seconds, ORDERED, 28)), List.of());
    }

    private static Second second(int second, boolean bad) {
        Counts counts = bad ? new Counts(100, 100, 30, Map.of(404, 5L, 503, 5L), 60, 0, 0) : new Counts(100, 100, 100,
                Map
                        .of(), 0, 0, 0);
        double millis = bad ? 4000 : 5;
        Quantiles times = new Quantiles(counts.ok(), millis, millis, millis, millis, millis, millis);
        Second.Traffic traffic = new Second.Traffic(counts, times, times);
        return new Second(second, second < 10 ? "healthy" : "incident", Map.of(Second.ALL, traffic, Second.WRITES,
                traffic),
                Quantiles.EMPTY, vitals(bad ? 200 : 10, 1, 0));
    }

    private static Second partly(Second second) {
        return new Second(second.second(), second.phase(), second.traffic(), second.lateness(), vitals(10, 2, 1));
    }

    private static Vitals vitals(long inFlight, int replicas, int silent) {
        return new Vitals(1, 1000, inFlight, 0, 0, 0, 100, 0, 0, Quantiles.EMPTY, 1, 2, 3, 0.1, 0, 0, Map.of(),
                replicas,
                silent);
    }

    @Test
    void requestsThatWereLostAreToldByCause() {
        Intervention.Lost lost = Objects.requireNonNull(run(second -> second < 25, null, 0).intervention()).lost();
        assertThat(lost).isEqualTo(new Intervention.Lost(20, 28, 800, 25, 25, 300, 0, 0));
        assertThat(lost.failed()).isEqualTo(325);
    }
}
