package avalanche.results.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Names of runs: the UTC time, the incident and four random characters; they sort by time and are safe as file names
 * everywhere.
 */
public final class RunId {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_INCIDENT = 60;

    private RunId() {}

    public static String of(Instant at, String incident, RandomGenerator random) {
        String safe = incident.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String kept = safe.substring(0, Math.min(LONGEST_INCIDENT, safe.length()));
        return String.format(Locale.ROOT, "%s-%s-%04x", TIME.format(at), kept.isEmpty() ? "run" : kept, random.nextInt(
                0x10000));
    }

    /** Returns the id where it is one file name of letters, digits, {@code .}, {@code _} and {@code -}. */
    static String require(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,150}") || id.endsWith(RunFolder.PARTIAL)) {
            throw new RecordException("run id is '" + id + "'; allowed: letters, digits, '.', '_' and '-', starting "
                    + "with a letter or digit, not ending in " + RunFolder.PARTIAL);
        }
        return id;
    }
}
