package avalanche.chaos.target;

import java.io.Serial;

/** The service did not become what was waited for; the message says what it was instead, with its last log lines. */
public final class TargetException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public TargetException(String message) {
        super(message);
    }
}
