package avalanche.victim.fault;

/** A setting of the callback that is not allowed: names the field, what was given and what is allowed. */
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String allowed;

    InvalidSetting(String field, String value, String allowed) {
        super(field + " is " + value + "; allowed: " + allowed);
        this.field = field;
        this.value = value;
        this.allowed = allowed;
    }

    /** The field's path, as {@code delay.micros}. */
    public String field() {
        return field;
    }

    /** What was given, as JSON; {@code missing} where nothing was. */
    public String value() {
        return value;
    }

    /** What is allowed, in words. */
    public String allowed() {
        return allowed;
    }
}
