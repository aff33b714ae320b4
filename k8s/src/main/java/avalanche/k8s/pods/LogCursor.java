package avalanche.k8s.pods;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader of a container's log stands, so that a dropped connection loses and doubles nothing. Lines carry the
 * container engine's timestamp. After a reconnection the log is asked for from some seconds before the last line, since
 * the server cuts the instant to whole seconds, and what was read before is recognised by its timestamp and text.
 * Used by one thread.
 */
public final class LogCursor {
    /** How far back the log is read again; two streams of one container may be written out of order within it. */
    static final int OVERLAP_SECONDS = 3;

    /** Container engines cut lines into records of 16 KiB (or 8); some kubelets put a timestamp before each of them. */
    private static final int SHORTEST_RECORD = 8000;
    private static final Pattern TIMESTAMP = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d) ");

    /**
     * A line.
     *
     * @param at when the container engine received it
     * @param text without timestamp and end
     */
    public record Line(Instant at, String text) {}

    private record Key(Instant at, int length, int hash) {}

    private final Deque<Key> recent = new ArrayDeque<>();
    private Map<Key, Integer> replayed = Map.of();
    private @Nullable Instant newest;

    /** From when on the log must be read; null for all of it. */
    public @Nullable Instant since() {
        return newest == null ? null : newest.minusSeconds(OVERLAP_SECONDS);
    }

    /** A new connection begins: what was read already may come again. */
    public void reconnected() {
        Map<Key, Integer> counts = new HashMap<>();
        recent.forEach(key -> counts.merge(key, 1, Integer::sum));
        replayed = counts;
    }

    /**
     * Takes a line as the server sent it.
     *
     * @return the line, null if it was read before or is not of the log (a kubelet's own remark carries no timestamp)
     */
    public @Nullable Line accept(String raw) {
        Line line = parse(raw);
        if (line == null) {
            return null;
        }
        Key key = new Key(line.at(), line.text().length(), line.text().hashCode());
        Integer count = replayed.get(key);
        if (count != null && count > 0) {
            replayed.put(key, count - 1);
            return null;
        }
        remember(key);
        return line;
    }

    private void remember(Key key) {
        recent.addLast(key);
        Instant latest = newest;
        Instant now = latest == null || key.at().isAfter(latest) ? key.at() : latest;
        newest = now;
        // Twice the overlap: whole seconds are cut off twice, and a stream may lag behind the other.
        Instant forgotten = now.minusSeconds(2L * OVERLAP_SECONDS);
        while (!recent.isEmpty() && recent.getFirst().at().isBefore(forgotten)) {
            recent.removeFirst();
        }
    }

    static @Nullable Line parse(String raw) {
        int space = raw.indexOf(' ');
        String stamp = space < 0 ? raw : raw.substring(0, space);
        try {
            Instant at = OffsetDateTime.parse(stamp).toInstant();
            return new Line(at, space < 0 ? "" : joined(raw.substring(space + 1)));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static String joined(String text) {
        return text.length() <= SHORTEST_RECORD
                ? text
                : text.substring(0, SHORTEST_RECORD) + TIMESTAMP.matcher(text.substring(SHORTEST_RECORD)).replaceAll(
                        "");
    }
}
