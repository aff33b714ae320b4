package avalanche.results.verdict;

import java.util.Arrays;
import java.util.Optional;

/** How the many values of a metric in a window become one number. */
public enum Statistic {
    P50("p50"),
    P90("p90"),
    P99("p99"),
    P999("p99.9"),
    MEAN("mean"),
    MAX("max"),
    MIN("min"),
    TOTAL("total"),
    /** The largest value in the window, divided by the median of the same metric in the {@code baseline} window of the same run (at least 1). */
    GROWTH("growth");

    private final String id;

    Statistic(String id) {
        this.id = id;
    }

    /** The name in incident files. */
    public String id() {
        return id;
    }

    public static Optional<Statistic> byId(String id) {
        return Arrays.stream(values()).filter(statistic -> statistic.id.equals(id)).findFirst();
    }
}
