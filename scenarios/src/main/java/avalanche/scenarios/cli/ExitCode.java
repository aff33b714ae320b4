package avalanche.scenarios.cli;

import avalanche.results.verdict.Verdict;

/** What the process's exit code means: one contract for CI, which may retry 4 and 6 and must not retry 5. */
enum ExitCode {
    AS_EXPECTED(0, "as expected"),
    INTERNAL_ERROR(1, "internal error"),
    USAGE(2, "usage"),
    INVALID_INCIDENT(3, "the incident file is invalid"),
    UNAVAILABLE(4, "the platform is unavailable"),
    NOT_AS_EXPECTED(5, "the expectation is not met"),
    NO_ANSWER(6, "inconclusive or invalid run"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /** The exit code of a rehearsal that came to {@code verdict} where {@code expected} was expected. */
    static ExitCode of(Verdict verdict, Verdict expected) {
        return switch (verdict) {
            case REPRODUCED, PARTIAL, NOT_REPRODUCED -> verdict == expected ? AS_EXPECTED : NOT_AS_EXPECTED;
            case INCONCLUSIVE, INVALID -> NO_ANSWER;
        };
    }
}
