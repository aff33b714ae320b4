package avalanche.scenarios.cli;

import avalanche.results.verdict.Verdict;

/** The verdicts that a user can expect. The constants' names are the words on the command line. */
enum Expectation {
    REPRODUCED("reproduced", Verdict.REPRODUCED), NOT_REPRODUCED("not-reproduced", Verdict.NOT_REPRODUCED);

    private final String word;
    private final Verdict verdict;

    Expectation(String word, Verdict verdict) {
        this.word = word;
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }

    @Override
    public String toString() {
        return word;
    }
}
