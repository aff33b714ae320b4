package avalanche.victim.metrics;

import java.util.regex.Pattern;

/**
 * A class of keys: literal characters, {@code #} for one or more digits, {@code *} at the end for anything or nothing.
 *
 * <p>
 * Digits are taken as far as they go, so none may follow a {@code #}.
 */
final class KeyPattern {
    private static final int LONGEST = 64;
    private static final Pattern ALLOWED = Pattern.compile("(#(?![#0-9])|[!-~&&[^#*,]])*\\*?");

    private final String text;
    private final char[] parts;

    private KeyPattern(String text) {
        this.text = text;
        parts = text.toCharArray();
    }

    /**
     * The pattern that is written so.
     *
     * @throws IllegalArgumentException where it is none; its message tells what is allowed
     */
    static KeyPattern of(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException("key pattern '" + text
                    + "' at victim.metrics.key-patterns; allowed: 1 to "
                    + LONGEST + " visible ASCII characters, # for one or more digits (no digit and no # after it), "
                    + "* for anything (only at the end)");
        }
        return new KeyPattern(text);
    }

    String text() {
        return text;
    }

    /** Whether a key that begins with this character may belong to the class. */
    boolean mayBeginWith(char first) {
        return parts[0] == '*' || (parts[0] == '#' ? isDigit(first) : parts[0] == first);
    }

    boolean matches(String key) {
        int at = 0;
        for (char part : parts) {
            switch (part) {
                case '*' -> {
                    return true;
                }
                case '#' -> {
                    int from = at;
                    at = afterDigits(key, from);
                    if (at == from) {
                        return false;
                    }
                }
                default -> {
                    if (at == key.length() || key.charAt(at) != part) {
                        return false;
                    }
                    at++;
                }
            }
        }
        return at == key.length();
    }

    private static int afterDigits(String key, int from) {
        int at = from;
        while (at < key.length() && isDigit(key.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
