package avalanche.results.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the symptoms after a mitigation was ordered.
 *
 * @param orderedSecond when it was ordered, in whole seconds
 * @param state all symptoms together: recovered where each that was met stopped
 * @param second from when on none was met any more, null unless recovered
 * @param deaths lives of the service that died after the order
 * @param symptoms one by one; deaths and restarts are not among them
 * @param words one sentence
 */
public record Recovery(int orderedSecond, State state, @Nullable Integer second, int deaths, List<OfSymptom> symptoms,
        String words) {
    public Recovery {
        symptoms = List.copyOf(symptoms);
    }

    /** What became of a symptom. */
    public enum State {
        /** It stopped while the fault was still in force, and stayed away to the end of the schedule. */
        RECOVERED("recovered"),
        /** It did not stop, came back, or stopped only when the fault was taken back. */
        NOT_RECOVERED("did not recover"),
        /** Its number could not be read to the end. */
        NOT_OBSERVED("not observed"),
        /** It was met neither at the order nor after it. */
        NOT_MET("not met");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** The state in words, lower case. */
        public String words() {
            return words;
        }
    }

    /**
     * One symptom.
     *
     * @param id the symptom's name
     * @param title its title
     * @param state what became of it
     * @param second from when on it was not met any more, null unless recovered
     * @param reason one sentence
     */
    public record OfSymptom(String id, String title, State state, @Nullable Integer second, String reason) {}
}
