package avalanche.results.verdict;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.verdict.Course.Shown;
import avalanche.results.verdict.Recovery.OfSymptom;
import avalanche.results.verdict.Recovery.State;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether and when symptoms stopped after a mitigation was ordered. What stops only because the fault is taken
 * back did not recover, and where the fault did not land on what the order brought, nothing can be told.
 */
final class Recoveries {
    private Recoveries() {}

    /** What became of the symptoms; null where no mitigation was ordered, or the platform did not take it. */
    static @Nullable Recovery of(List<Symptom> symptoms, RunEvidence evidence) {
        Order order = Order.of(evidence.run());
        Intervention intervention = evidence.run().intervention();
        if (order == null || intervention == null) {
            return null;
        }
        List<OfSymptom> each = symptoms.stream().filter(symptom -> symptom.metric().source() != Metric.Source.LIVES)
                .map(symptom -> of(symptom, evidence, order)).toList();
        List<String> notLanded = Order.notLandedAfter(evidence.run()).stream().map(receipt -> receipt.subject()
                + " did not land: " + receipt.observed()).toList();
        State state = notLanded.isEmpty() ? together(each) : State.NOT_OBSERVED;
        Integer second = state == State.RECOVERED ? last(each) : null;
        return new Recovery(order.second(), state, second, intervention.deaths(), each, words(intervention, order,
                state, second, each, notLanded));
    }

    private static OfSymptom of(Symptom symptom, RunEvidence evidence, Order order) {
        int end = evidence.run().phases().stream().mapToInt(PhaseSpan::toSecond).max().orElse(0);
        Course course = new Course(symptom, evidence);
        SortedMap<Integer, Shown> shown = course.between(order.second(), end);
        if (!shown.containsValue(Shown.CLEAR) && !shown.containsValue(Shown.MET)) {
            return answer(symptom, State.NOT_OBSERVED, null, "it could not be read after the order");
        }
        if (!shown.containsValue(Shown.MET) && !shown.containsValue(Shown.UNSEEN)) {
            return answer(symptom, State.NOT_MET, null, "it was met neither at the order nor after it");
        }
        int bad = shown.keySet().stream().filter(last -> shown.get(last) != Shown.CLEAR).max(Integer::compare).orElse(
                order.second());
        if (bad == shown.lastKey()) {
            return shown.get(bad) == Shown.MET
                    ? answer(symptom, State.NOT_RECOVERED, null, "it was still met when the schedule ended")
                    : answer(symptom, State.NOT_OBSERVED, null, "it could not be read to the end of the schedule");
        }
        if (bad + 1 >= order.faultEnd()) {
            return answer(symptom, State.NOT_RECOVERED, null,
                    "it stopped only when the fault was taken back, in second "
                            + order.faultEnd());
        }
        int since = Math.max(order.second(), bad + 2 - course.stretch());
        return answer(symptom, State.RECOVERED, since, "from second " + since + " on it was not met in any "
                + course.stretch() + " s to the end of the schedule");
    }

    private static OfSymptom answer(Symptom symptom, State state, @Nullable Integer second, String reason) {
        return new OfSymptom(symptom.id(), symptom.title(), state, second, reason);
    }

    private static State together(List<OfSymptom> each) {
        for (State worst : List.of(State.NOT_RECOVERED, State.NOT_OBSERVED, State.RECOVERED)) {
            if (each.stream().anyMatch(one -> one.state() == worst)) {
                return worst;
            }
        }
        return State.NOT_MET;
    }

    private static int last(List<OfSymptom> each) {
        return each.stream().map(OfSymptom::second).filter(Objects::nonNull).mapToInt(Integer::intValue).max().orElse(
                0);
    }

    private static String words(Intervention ordered, Order order, State state, @Nullable Integer second,
            List<OfSymptom> each, List<String> notLanded) {
        String what = "After " + ordered.name() + ", ordered in second " + order.second() + ", ";
        String came = switch (state) {
            case RECOVERED -> "the service recovered in second " + second + " ("
                    + (Objects.requireNonNullElse(second, order.second()) - order.second()) + " s later)";
            case NOT_RECOVERED -> "the service did not recover (" + named(each, State.NOT_RECOVERED) + ")";
            case NOT_OBSERVED -> "it cannot be told whether the service recovered (" + (notLanded
                    .isEmpty() ? named(each, State.NOT_OBSERVED) : String.join("; ", notLanded)) + ")";
            case NOT_MET -> "no symptom was met any more";
        };
        int deaths = ordered.deaths();
        return what + came + "; " + switch (deaths) {
            case 0 -> "no life died after it.";
            case 1 -> "one life died after it, with all orders in its memory.";
            default -> deaths + " lives died after it, each with all orders in its memory.";
        };
    }

    private static String named(List<OfSymptom> each, State state) {
        return String.join(", ", each.stream().filter(one -> one.state() == state).map(OfSymptom::id).toList());
    }
}
