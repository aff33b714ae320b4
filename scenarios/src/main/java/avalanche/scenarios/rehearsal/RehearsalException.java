package avalanche.scenarios.rehearsal;

import java.io.Serial;

/** A rehearsal could not take place or could not be kept, for a reason outside of what is rehearsed; the message carries the remedy. */
public final class RehearsalException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public RehearsalException(String message) {
        super(message);
    }

    public RehearsalException(String message, Throwable cause) {
        super(message, cause);
    }
}
