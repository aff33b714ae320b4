package avalanche.scenarios.incident;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells that a text is no value of the wanted sort, and what would be. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> allowed;
    private final @Nullable String nearest;

    Unfit(String message, String... allowed) {
        this(message, List.of(allowed), null);
    }

    private Unfit(String message, List<String> allowed, @Nullable String nearest) {
        super(message);
        this.allowed = allowed;
        this.nearest = nearest;
    }

    /** A word that is not among the known ones. */
    static Unfit word(String word, Collection<String> known) {
        return new Unfit("unknown value '" + word + "'", List.copyOf(known), Spelling.nearest(word, known));
    }

    /** Adds this to the problems. */
    void report(Problems problems, Place place, String path) {
        problems.add(place, path, String.valueOf(getMessage()), allowed, nearest);
    }
}
