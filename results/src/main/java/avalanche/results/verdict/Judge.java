package avalanche.results.verdict;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.verdict.Outcome.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that lead from evidence to a verdict. What is invalid comes before what is inconclusive, and that before
 * what the symptoms say. Where a mitigation was ordered, conditions and symptoms are read up to the order, and what did
 * not land on what came after it is the recovery's alone.
 *
 * @param onset the phase in which the incident begins
 * @param walkKind the request kind that walks the whole map
 */
public record Judge(String onset, String walkKind) {
    /**
     * Judges a run, against a control where one ran.
     *
     * @param conditions what must hold in the incident run for the experiment to have taken place
     * @param symptoms what must show in the incident and not in the control
     */
    public Judgement judge(List<Symptom> conditions, List<Symptom> symptoms, RunEvidence incident,
            @Nullable RunEvidence control) {
        Reader incidentReader = new Reader(incident);
        Reader controlReader = control == null ? null : new Reader(control);
        List<Outcome> held = conditions.stream().map(condition -> Answers.condition(condition, incidentReader))
                .toList();
        List<Outcome> shown = symptoms.stream().map(symptom -> Answers.symptom(symptom, incidentReader, controlReader))
                .toList();
        List<String> invalid = new ArrayList<>(notLanded(incident.run()));
        invalid.addAll(notTaken(incident.run()));
        if (control != null) {
            invalid.addAll(notLanded(control.run()));
            invalid.addAll(deadControl(control.run()));
        }
        held.stream().filter(outcome -> outcome.answer() != Answer.MET).map(outcome -> "condition " + outcome.symptom()
                .id() + " is " + words(outcome.answer()) + ": " + outcome.reason()).forEach(invalid::add);
        List<String> unclear = new ArrayList<>(unfaithful(incident.run()));
        if (control != null) {
            unclear.addAll(unfaithful(control.run()));
        }
        unclear.addAll(unanswered(shown, control == null));
        unclear.addAll(orderedForNothing(incident.run(), shown));
        Verdict verdict = !invalid.isEmpty()
                ? Verdict.INVALID
                : !unclear.isEmpty() ? Verdict.INCONCLUSIVE : bySymptoms(shown);
        List<String> reasons = new ArrayList<>(invalid);
        reasons.addAll(unclear);
        reasons.addAll(alsoInControl(shown));
        String headline = new Headline(onset, incident.run(), control != null).of(verdict, reasons, shown);
        Recovery recovery = Recoveries.of(symptoms, incident);
        return new Judgement(verdict, recovery == null ? headline : headline + " " + recovery.words(), reasons, held,
                shown, Growth.of(incident.run(), onset, walkKind), recovery);
    }

    private static Verdict bySymptoms(List<Outcome> shown) {
        long met = shown.stream().filter(outcome -> outcome.answer() == Answer.MET).count();
        long open = shown.stream().filter(outcome -> outcome.answer() == Answer.NOT_YET).count();
        return met == 0 ? Verdict.NOT_REPRODUCED : met + open == shown.size() ? Verdict.REPRODUCED : Verdict.PARTIAL;
    }

    private static List<String> notTaken(Run run) {
        Intervention ordered = run.intervention();
        return ordered == null || ordered.refused() == null
                ? List.of()
                : List.of("the mitigation " + ordered.name() + " was not taken by the platform: " + ordered.refused());
    }

    /** A mitigation that meets no incident shows nothing, whatever follows. */
    private static List<String> orderedForNothing(Run run, List<Outcome> shown) {
        Order order = Order.of(run);
        boolean met = shown.stream().anyMatch(outcome -> outcome.answer() == Answer.MET);
        return order == null || met
                ? List.of()
                : List.of("no symptom was met before the order in second " + order.second()
                        + ": there was nothing to recover from");
    }

    private static List<String> notLanded(Run run) {
        List<Receipt> recoverys = Order.notLandedAfter(run);
        return run.receipts().stream().filter(receipt -> !receipt.landed() && !recoverys.contains(receipt)).map(
                receipt -> "the " + run.role().id() + " run's " + receipt.subject() + " did not land: asked for "
                        + receipt.configured() + ", observed " + receipt.observed()).toList();
    }

    private static List<String> deadControl(Run run) {
        return run.lives().stream().filter(life -> life.ending().isDeath()).map(life -> "the control run died: life "
                + life.number() + " was " + life.ending().words() + end(life)).toList();
    }

    private static String end(Life life) {
        return life.endedSecond() == null ? "" : " in second " + Words.number(Math.floor(life.endedSecond()));
    }

    private static List<String> unfaithful(Run run) {
        return run.fidelity().reasons().stream().map(reason -> "the injector of the " + run.role().id() + " run: "
                + reason).toList();
    }

    private static List<String> unanswered(List<Outcome> shown, boolean noControl) {
        List<String> unclear = new ArrayList<>();
        if (shown.isEmpty()) {
            unclear.add("no symptoms were given, so nothing can come back");
        }
        shown.stream().filter(outcome -> outcome.answer() == Answer.NOT_OBSERVED).map(outcome -> "symptom " + outcome
                .symptom().id() + " is not observed: " + outcome.reason()).forEach(unclear::add);
        if (noControl && shown.stream().anyMatch(outcome -> outcome.answer() == Answer.MET)) {
            unclear.add("no control ran: what the incident shows may come from the traffic alone");
        }
        return unclear;
    }

    private static List<String> alsoInControl(List<Outcome> shown) {
        return shown.stream().filter(outcome -> outcome.answer() == Answer.IN_CONTROL_TOO).map(outcome -> "symptom "
                + outcome.symptom().id() + " shows in the control too: " + outcome.reason()).toList();
    }

    static String words(Answer answer) {
        return switch (answer) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case NOT_OBSERVED -> "not observed";
            case NOT_YET -> "not met before the order";
            case IN_CONTROL_TOO -> "in the control too";
        };
    }
}
