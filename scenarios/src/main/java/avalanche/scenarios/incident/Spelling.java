package avalanche.scenarios.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
final class Spelling {
    /** Longer words than this are not compared: nobody's typing error. */
    private static final int LONGEST = 64;

    private Spelling() {}

    /**
     * The known word with the smallest edit distance to the given one, where that is at most 2, or a third of the word's length if that is more;
     * else a known word that begins with the given one; else null.
     */
    static @Nullable String nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        String lower = word.toLowerCase(Locale.ROOT).replace('_', '-');
        int enough = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(lower, candidate) <= Math.min(enough, candidate.length() - 1))
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate)))
                .or(() -> known.stream().filter(candidate -> lower.length() > 1 && candidate.startsWith(lower))
                        .findFirst())
                .orElse(null);
    }

    /** Edit distance: insertions, deletions and replacements of single characters (Levenshtein, two rows). */
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] here = new int[right.length() + 1];
            here[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[right.length()];
    }
}
