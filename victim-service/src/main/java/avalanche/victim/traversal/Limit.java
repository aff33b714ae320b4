package avalanche.victim.traversal;

import avalanche.victim.setting.InvalidSetting;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a way of walking takes. */
public enum Limit {
    /** Orders in a batch or page. */
    BATCH("batch", "batch", 1_000_000),
    /** Pages in any second. */
    PAGES_PER_SECOND("pages-per-second", "pagesPerSecond", 10_000),
    /** Milliseconds that one call may take. */
    DEADLINE("deadline", "deadlineMillis", 3_600_000) {
        @Override
        int parse(String text) {
            Matcher matcher = DURATION.matcher(text);
            if (matcher.matches()) {
                long count = Long.parseLong(matcher.group(1));
                long millis = "s".equals(matcher.group(2)) ? Duration.ofSeconds(count).toMillis() : count;
                if (allows(millis)) {
                    return (int) millis;
                }
            }
            throw new InvalidSetting(setting(), "'" + text + "'", "1ms to 3600s, as in 250ms or 2s");
        }
    },
    /** Orders in any second. */
    ENTRIES_PER_SECOND("entries-per-second", "entriesPerSecond", 1_000_000);

    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final String setting;
    private final String field;
    private final int most;

    Limit(String setting, String field, int most) {
        this.setting = setting;
        this.field = field;
        this.most = most;
    }

    /** The name in documents, as {@code pagesPerSecond}. */
    public String field() {
        return field;
    }

    /** The name in the settings that the service starts with. */
    public String setting() {
        return "victim.traversal." + setting;
    }

    /** The largest value; the smallest is 1. */
    public int most() {
        return most;
    }

    boolean allows(long value) {
        return value >= 1 && value <= most;
    }

    String allowed() {
        return "a whole number from 1 to " + most;
    }

    /**
     * The value in a text of the settings.
     *
     * @throws InvalidSetting where there is none, or it is out of range
     */
    int parse(String text) {
        if (WHOLE.matcher(text).matches() && allows(Long.parseLong(text))) {
            return Integer.parseInt(text);
        }
        throw new InvalidSetting(setting(), "'" + text + "'", allowed());
    }
}
