package avalanche.victim.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The choice of a strategy by its id. */
public final class KnownStrategies {
    private KnownStrategies() {}

    /**
     * The strategy of that id among those known, of which there is at least one.
     *
     * @throws IllegalArgumentException where there is none; its message lists the known ones and the nearest
     */
    public static <P extends OrderMapProvider> P find(String id, List<P> known) {
        for (P strategy : known) {
            if (strategy.id().equals(id)) {
                return strategy;
            }
        }
        List<String> ids = known.stream().map(OrderMapProvider::id).toList();
        String nearest = ids.stream().min(Comparator.comparingInt(name -> distance(name, id))).orElseThrow();
        throw new IllegalArgumentException("unknown strategy '" + id + "' at victim.map.strategy; known: "
                + String.join(", ", ids) + "; nearest: " + nearest);
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
