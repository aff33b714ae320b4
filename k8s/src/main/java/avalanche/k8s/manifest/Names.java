package avalanche.k8s.manifest;

import java.util.Locale;

/** Names that a cluster accepts, made from a run's id: pure functions. */
public final class Names {
    private static final int LONGEST_LABEL = 63;
    /** What remains of a name for those that a cluster derives from it, such as a pod's. */
    private static final int LONGEST_INSTANCE = 52;
    private static final int KEPT_END = 5;

    private Names() {}

    /**
     * The name of what one target or injection consists of: the prefix, the run and a number; lower-case letters, digits
     * and hyphens, at most 52 of them. Of a longer run's id the beginning (its time) and the end (its random part) stay.
     *
     * @param prefix such as {@code avalanche}
     * @param runId any id
     * @param number tells the targets and injections of one run apart
     */
    public static String instance(String prefix, String runId, int number) {
        String safe = safe(runId);
        int room = LONGEST_INSTANCE - prefix.length() - 1 - String.valueOf(number).length() - 1;
        if (room < 2 * KEPT_END) {
            throw new IllegalArgumentException("prefix is '" + prefix + "'; allowed: at most "
                    + (LONGEST_INSTANCE - 20) + " characters");
        }
        return prefix + "-" + shortened(safe, room) + "-" + number;
    }

    /** A label's value, at most 63 characters, for a run's id; the full id stands in an annotation. */
    static String label(String runId) {
        String safe = runId.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
        return shortened(safe.isEmpty() ? "run" : safe, LONGEST_LABEL);
    }

    private static String safe(String runId) {
        String safe = runId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return safe.isEmpty() ? "run" : safe;
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String end = text.substring(text.length() - KEPT_END).replaceAll("^[^A-Za-z0-9]+", "");
        String begin = text.substring(0, most - end.length() - 1).replaceAll("[^A-Za-z0-9]+$", "");
        return begin + "-" + end;
    }
}
