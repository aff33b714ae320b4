package avalanche.results.verdict;

import org.jspecify.annotations.Nullable;

/**
 * How the evidence answers one symptom or condition.
 *
 * @param symptom what was asked
 * @param answer the answer
 * @param incident what the incident run showed
 * @param control what the control showed, null where none ran
 * @param reason one sentence with the numbers that decided
 */
public record Outcome(Symptom symptom, Answer answer, Reading incident, @Nullable Reading control, String reason) {
    /** The answer to one symptom. */
    public enum Answer {
        MET,
        NOT_MET,
        /** The number could not be read. */
        NOT_OBSERVED,
        /** A mitigation was ordered before it showed: it might have shown later. */
        NOT_YET,
        /** The incident shows it, and the control shows it too: it proves nothing. */
        IN_CONTROL_TOO
    }
}
