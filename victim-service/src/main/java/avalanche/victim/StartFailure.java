package avalanche.victim;

import org.jspecify.annotations.Nullable;

/** The service cannot start: says in one line why, and what to do. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** A failure with its remedy. */
    public StartFailure(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
