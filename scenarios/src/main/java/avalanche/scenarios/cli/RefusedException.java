package avalanche.scenarios.cli;

import avalanche.scenarios.incident.Problem;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** An incident file cannot be used; the message carries every problem. */
final class RefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    static RefusedException of(String message) {
        return new RefusedException(message);
    }

    static RefusedException of(List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return new RefusedException(problems.stream().map(Problem::render).collect(Collectors.joining("\n", "", "\n"
                + count)));
    }
}
