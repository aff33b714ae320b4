package avalanche.scenarios.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects problems, each once. Not safe for use by several threads. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Place place, String path, String message, List<String> allowed, @Nullable String nearest) {
        found.add(new Problem(place, path, message, allowed, nearest));
    }

    void add(Place place, String path, String message, String... allowed) {
        add(place, path, message, List.of(allowed), null);
    }

    /** A word that is not among the known ones. */
    void unknown(Place place, String path, String what, String word, Collection<String> known) {
        add(place, path, "unknown " + what + " '" + word + "'", List.copyOf(known), Spelling.nearest(word, known));
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the places in the file; what stands in arguments comes last. */
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator
                .comparingInt((Problem problem) -> problem.place().line() == 0
                        ? Integer.MAX_VALUE
                        : problem.place().line())
                .thenComparingInt(problem -> problem.place().column())).toList();
    }
}
