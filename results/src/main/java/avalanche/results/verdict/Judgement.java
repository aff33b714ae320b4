package avalanche.results.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict with everything that led to it.
 *
 * @param verdict the answer
 * @param headline one sentence that an on-call engineer can act on
 * @param reasons why the verdict is not simply the sum of the symptoms; empty where it is
 * @param conditions what had to hold for the experiment to have taken place
 * @param symptoms what the post-mortem reports
 * @param theory measured growth of requests in flight against the closed form; null where it could not be taken
 * @param recovery what became of the symptoms after a mitigation was ordered; null where none was
 */
public record Judgement(Verdict verdict, String headline, List<String> reasons, List<Outcome> conditions,
        List<Outcome> symptoms,
        @Nullable GrowthTheory theory, @Nullable Recovery recovery) {
    public Judgement {
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
        symptoms = List.copyOf(symptoms);
    }

    /** The verdict of a run in which nothing was ordered. */
    public Judgement(Verdict verdict, String headline, List<String> reasons, List<Outcome> conditions,
            List<Outcome> symptoms, @Nullable GrowthTheory theory) {
        this(verdict, headline, reasons, conditions, symptoms, theory, null);
    }
}
