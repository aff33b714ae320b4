package avalanche.results.verdict;

import static avalanche.results.verdict.Cases.ABSENT;
import static avalanche.results.verdict.Cases.DEATH;
import static avalanche.results.verdict.Cases.IN_BOTH;
import static avalanche.results.verdict.Cases.LATENCY;
import static avalanche.results.verdict.Cases.PILE_UP;
import static avalanche.results.verdict.Cases.UNTIL_DEATH;
import static avalanche.results.verdict.Cases.control;
import static avalanche.results.verdict.Cases.evidence;
import static avalanche.results.verdict.Cases.gauge;
import static avalanche.results.verdict.Cases.incident;
import static avalanche.results.verdict.Cases.judge;
import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Receipt;
import avalanche.results.record.ExampleRuns;
import avalanche.results.verdict.Outcome.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void everySymptomInTheIncidentAndNoneInTheControlIsReproduced() {
        Judgement judgement = judge(List.of(LATENCY, PILE_UP, DEATH), incident(), control());
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(judgement.reasons()).isEmpty();
        assertThat(judgement.headline()).isEqualTo("The incident came back with 'locked': write P99 4.5 s, requests in "
                + "flight 690 times the baseline, heap exhausted 23 s after the onset; the control stayed healthy.");
        assertThat(judgement.symptoms().getFirst().reason()).isEqualTo("p99 response-time of writes was 4,521 ms in "
                + "seconds 10 to 33 (cut by the death in second 33); bound: above 2,000 ms; control: 2.50 ms.");
    }

    @Test
    void theHeadlineSaysHowTheMapWasWalkedWhereThatWasChosen() {
        RunEvidence held = evidence(Cases.walked(ExampleRuns.incident(), "held"));
        assertThat(judge(List.of(LATENCY), held, control()).headline()).startsWith(
                "The incident came back with 'locked' walked 'held': write P99");
    }

    @Test
    void someSymptomsOnlyIsPartialAndNamesWhatIsMissing() {
        Judgement judgement = judge(List.of(LATENCY, ABSENT), incident(), control());
        assertThat(judgement.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(judgement.headline()).contains("1 of 2 symptoms", "missing: entries");
    }

    @Test
    void noSymptomIsNotReproduced() {
        assertThat(judge(List.of(ABSENT), incident(), control()).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judge(List.of(LATENCY, DEATH), control(), control()).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void aSymptomThatTheControlShowsTooProvesNothing() {
        Judgement alone = judge(List.of(IN_BOTH), incident(), control());
        assertThat(alone.symptoms().getFirst().answer()).isEqualTo(Answer.IN_CONTROL_TOO);
        assertThat(alone.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        Judgement beside = judge(List.of(IN_BOTH, LATENCY), incident(), control());
        assertThat(beside.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(beside.reasons()).singleElement().asString().contains("symptom entries shows in the control too");
    }

    @Test
    void aSymptomThatWasNotObservedMakesTheRunInconclusive() {
        RunEvidence silent = evidence(Cases.silent(ExampleRuns.incident(), 10, 50));
        Judgement judgement = judge(List.of(LATENCY, PILE_UP), silent, control());
        assertThat(judgement.symptoms().getLast().answer()).isEqualTo(Answer.NOT_OBSERVED);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons()).singleElement().asString().contains("pile-up", "no seconds with vitals");
        assertThat(judge(List.of(PILE_UP, ABSENT), silent, control()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aControlThatCannotBeReadLeavesTheSymptomUnobserved() {
        RunEvidence silent = evidence(Cases.silent(ExampleRuns.control(), 0, 50));
        Judgement judgement = judge(List.of(PILE_UP), incident(), silent);
        assertThat(judgement.symptoms().getFirst().answer()).isEqualTo(Answer.NOT_OBSERVED);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(List.of(ABSENT), incident(), silent).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void withoutAControlOnlyAbsenceCanBeTold() {
        assertThat(judge(List.of(ABSENT), incident(), null).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        Judgement judgement = judge(List.of(LATENCY, ABSENT), incident(), null);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons()).singleElement().asString().startsWith("no control ran");
    }

    @Test
    void noSymptomsAtAllProveNothing() {
        assertThat(judge(List.of(), incident(), control()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aFaultThatDidNotLandMakesTheRunInvalid() {
        Receipt missed = new Receipt("slow-callback", 10, null, "500 us", "0 us", false);
        RunEvidence unhurt = evidence(Cases.withReceipts(ExampleRuns.incident(), missed));
        Judgement judgement = judge(List.of(LATENCY), unhurt, control());
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.headline()).contains("slow-callback did not land: asked for 500 us, observed 0 us");
        RunEvidence control = evidence(Cases.withReceipts(ExampleRuns.control(), missed));
        assertThat(judge(List.of(LATENCY), incident(), control).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aControlThatDiedMakesTheRunInvalid() {
        RunEvidence dead = evidence(Cases.withLives(ExampleRuns.control(), ExampleRuns.incident().lives()));
        Judgement judgement = judge(List.of(LATENCY), incident(), dead);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reasons()).contains("the control run died: life 1 was heap exhausted in second 33");
    }

    @Test
    void aConditionThatDoesNotHoldOrWasNotObservedMakesTheRunInvalid() {
        Symptom slowWalks = gauge(Metric.TRAVERSAL_TIME, Statistic.P50, UNTIL_DEATH, 400);
        Judge judge = new Judge("incident", "export");
        assertThat(judge.judge(List.of(slowWalks), List.of(LATENCY), incident(), control()).verdict()).isEqualTo(
                Verdict.REPRODUCED);
        Judgement unmet = judge.judge(List.of(ABSENT), List.of(LATENCY), incident(), control());
        assertThat(unmet.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(unmet.reasons()).singleElement().asString().startsWith("condition entries is not met");
        RunEvidence silent = evidence(Cases.silent(ExampleRuns.incident(), 10, 50));
        assertThat(judge.judge(List.of(slowWalks), List.of(LATENCY), silent, control()).verdict()).isEqualTo(
                Verdict.INVALID);
    }

    @Test
    void anInjectorThatFellBehindMakesTheRunInconclusiveInEitherRun() {
        RunEvidence late = evidence(Cases.unfaithful(ExampleRuns.incident(), "P99 of lateness is 80 ms"));
        Judgement judgement = judge(List.of(LATENCY), late, control());
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.headline()).contains("P99 of lateness is 80 ms");
        RunEvidence control = evidence(Cases.unfaithful(ExampleRuns.control(), "P99 of lateness is 80 ms"));
        assertThat(judge(List.of(ABSENT), incident(), control).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aMitigatedRunIsJudgedUpToTheOrder() {
        RunEvidence ordered = evidence(ExampleRuns.incident().with(ordered(20.4, null)));
        Judgement judgement = judge(List.of(LATENCY, DEATH, ABSENT), ordered, control());
        assertThat(judgement.symptoms()).extracting(Outcome::answer).containsOnly(Answer.NOT_YET);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons()).singleElement().asString().contains(
                "no symptom was met before the order in second 20");

        RunEvidence later = evidence(ExampleRuns.incident().with(ordered(30.4, null)));
        Judgement shown = judge(List.of(LATENCY, DEATH, ABSENT), later, control());
        assertThat(shown.symptoms()).extracting(Outcome::answer).containsExactly(Answer.MET, Answer.NOT_YET,
                Answer.NOT_YET);
        assertThat(shown.symptoms().getFirst().incident().toSecond()).isEqualTo(30);
        assertThat(shown.symptoms().getFirst().reason()).contains("cut by the order in second 30");
        assertThat(shown.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(shown.headline()).contains("After more-replicas, ordered in second 30, ");
        assertThat(shown.recovery()).isNotNull();
    }

    @Test
    void aMitigationThatThePlatformRefusesMakesTheRunInvalid() {
        RunEvidence refused = evidence(ExampleRuns.incident().with(ordered(30.4, "no room")));
        Judgement judgement = judge(List.of(LATENCY), refused, control());
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reasons()).containsExactly(
                "the mitigation more-replicas was not taken by the platform: no room");
        assertThat(judgement.symptoms().getFirst().answer()).isEqualTo(Answer.MET);
        assertThat(judgement.recovery()).isNull();
    }

    private static Intervention ordered(double second, @Nullable String refused) {
        return new Intervention("more-replicas", "More", "scale-out", "3 replicas", second, refused, null, List.of(), 0,
                new Intervention.Lost((int) second, 50, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void invalidComesBeforeInconclusiveAndBothAreNamed() {
        RunEvidence late = evidence(Cases.unfaithful(ExampleRuns.incident(), "P99 of lateness is 80 ms"));
        Judgement judgement = new Judge("incident", "export").judge(List.of(ABSENT), List.of(LATENCY), late, control());
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reasons()).hasSize(2);
    }
}
