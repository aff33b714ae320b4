package avalanche.victim.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes that keys are counted by: the first pattern that a key matches, or {@code other}, which is the last class.
 *
 * <p>
 * There are never more than {@value #MOST} and the last, whatever keys come: a metric's label must not grow with the keys.
 */
public final class KeyPatterns {
    /** How many patterns there may be. */
    public static final int MOST = 32;

    private static final String OTHER = "other";
    private static final int FIRST_CHARACTERS = 128;

    private final KeyPattern[] patterns;
    private final byte[] firstToTry;

    private KeyPatterns(List<KeyPattern> patterns) {
        this.patterns = patterns.toArray(KeyPattern[]::new);
        firstToTry = new byte[FIRST_CHARACTERS];
        for (char first = 0; first < FIRST_CHARACTERS; first++) {
            byte pattern = 0;
            while (pattern < this.patterns.length && !this.patterns[pattern].mayBeginWith(first)) {
                pattern++;
            }
            firstToTry[first] = pattern;
        }
    }

    /**
     * Patterns separated by commas; an empty text is none.
     *
     * @throws IllegalArgumentException where one is not allowed; its message names it, the setting and what is
     */
    public static KeyPatterns parse(String text) {
        List<KeyPattern> patterns = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(OTHER));
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            KeyPattern pattern = KeyPattern.of(part.strip());
            if (!seen.add(pattern.text())) {
                throw new IllegalArgumentException("key pattern '" + pattern.text()
                        + "' at victim.metrics.key-patterns "
                        + "is there already; allowed: each once, and '" + OTHER + "' stands for the keys of none");
            }
            patterns.add(pattern);
        }
        if (patterns.size() > MOST) {
            throw new IllegalArgumentException("victim.metrics.key-patterns has " + patterns.size()
                    + " patterns; allowed: at most " + MOST);
        }
        return new KeyPatterns(patterns);
    }

    /** The classes' names, in order; the last is {@code other}. */
    List<String> names() {
        return Stream.concat(Stream.of(patterns).map(KeyPattern::text), Stream.of(OTHER)).toList();
    }

    /** The number of the key's class; allocates nothing. */
    int classify(String key) {
        int first = key.isEmpty() ? FIRST_CHARACTERS : key.charAt(0);
        int pattern = first < FIRST_CHARACTERS ? firstToTry[first] : 0;
        while (pattern < patterns.length && !patterns[pattern].matches(key)) {
            pattern++;
        }
        return pattern;
    }
}
