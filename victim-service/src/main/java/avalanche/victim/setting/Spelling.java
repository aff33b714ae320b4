package avalanche.victim.setting;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** The distance between two spellings. */
public final class Spelling {
    private static final int LONGEST_COMPARED = 64;

    private Spelling() {}

    /** The known word that is nearest to the given one, the first of several; there must be a known word. */
    public static String nearest(String given, Collection<String> known) {
        String compared = given.substring(0, Math.min(given.length(), LONGEST_COMPARED));
        return known.stream().min(Comparator.comparingInt(word -> distance(word, compared))).orElseThrow();
    }

    /** Levenshtein's distance: the fewest single-character edits that turn one into the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
