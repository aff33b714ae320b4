package avalanche.results.verdict;

/** The answer to a whole rehearsal. */
public enum Verdict {
    /** Every symptom was met, and the control showed none of them. */
    REPRODUCED,
    /** Some symptoms were met and some were not. */
    PARTIAL,
    /** No symptom was met. */
    NOT_REPRODUCED,
    /** The evidence does not allow an answer: the injector fell behind, or something was not observed. */
    INCONCLUSIVE,
    /** The experiment did not take place as described: a fault or a condition did not land. */
    INVALID
}
