package avalanche.victim.setting;

import org.jspecify.annotations.Nullable;

/** A setting that is not allowed: names the field, what was given, what is allowed, and what was probably meant. */
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String allowed;
    private final @Nullable String nearest;

    /** Where nothing allowed is near to what was given. */
    public InvalidSetting(String field, String value, String allowed) {
        this(field, value, allowed, null);
    }

    /** Where the nearest spelling is known. */
    public InvalidSetting(String field, String value, String allowed, @Nullable String nearest) {
        super(field + " is " + value + "; allowed: " + allowed + (nearest == null ? "" : "; nearest: " + nearest));
        this.field = field;
        this.value = value;
        this.allowed = allowed;
        this.nearest = nearest;
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

    /** The allowed word that is nearest to what was given, or null where it is no word. */
    public @Nullable String nearest() {
        return nearest;
    }
}
