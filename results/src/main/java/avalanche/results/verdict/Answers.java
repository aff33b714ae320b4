package avalanche.results.verdict;

import avalanche.results.verdict.Outcome.Answer;
import org.jspecify.annotations.Nullable;

/** Answers single symptoms and conditions. */
final class Answers {
    private Answers() {}

    static Outcome condition(Symptom condition, Reader incident) {
        Reading reading = incident.read(condition);
        Double value = reading.value();
        Answer answer = value == null
                ? Answer.NOT_OBSERVED
                : condition.bound().holds(value) ? Answer.MET : Answer.NOT_MET;
        return new Outcome(condition, answer, reading, null, Words.sentence(condition, reading, null));
    }

    static Outcome symptom(Symptom symptom, Reader incident, @Nullable Reader control) {
        Reading seen = incident.read(symptom);
        Reading usual = control == null ? null : control.read(symptom);
        Answer answer = answer(symptom, seen, usual);
        boolean open = answer == Answer.NOT_MET || (answer == Answer.NOT_OBSERVED && seen.value() == null);
        if (open && incident.isCutByOrder(symptom)) {
            answer = Answer.NOT_YET;
        }
        return new Outcome(symptom, answer, seen, usual, Words.sentence(symptom, seen, usual));
    }

    private static Answer answer(Symptom symptom, Reading seen, @Nullable Reading usual) {
        Double value = seen.value();
        if (value == null) {
            return Answer.NOT_OBSERVED;
        }
        if (!symptom.bound().holds(value)) {
            return Answer.NOT_MET;
        }
        if (usual == null) {
            return Answer.MET;
        }
        Double without = usual.value();
        if (without == null) {
            return Answer.NOT_OBSERVED;
        }
        return symptom.bound().holds(without) ? Answer.IN_CONTROL_TOO : Answer.MET;
    }
}
