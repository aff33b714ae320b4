package avalanche.scenarios.traffic;

/** How a request ended. */
sealed interface RequestOutcome {
    int FIRST_FAILURE = 400;
    int FIRST_SERVER_ERROR = 500;

    /** Answered completely, with whatever status. */
    record Answered(int status) implements RequestOutcome {}

    /** Not answered, or not completely. */
    enum Unanswered implements RequestOutcome {
        /** No complete answer within the request's timeout. */
        TIMED_OUT,
        /** No connection: the request never reached the service. */
        REFUSED,
        /** The connection was reset or closed before the answer was complete. */
        LOST
    }

    /** Whether the retry policy sends it again: everything unanswered, and 5xx. */
    default boolean retriable() {
        return switch (this) {
            case Answered(int status) -> status >= FIRST_SERVER_ERROR;
            case Unanswered _ -> true;
        };
    }
}
