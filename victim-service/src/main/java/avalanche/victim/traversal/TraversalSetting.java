package avalanche.victim.traversal;

import avalanche.victim.setting.InvalidSetting;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How walks are done.
 *
 * @param mode the way
 * @param limits every limit's number, also of those that the mode does not take
 */
public record TraversalSetting(TraversalMode mode, Map<Limit, Integer> limits) {
    public TraversalSetting {
        Map<Limit, Integer> copy = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            Integer value = limits.get(limit);
            if (value == null || !limit.allows(value)) {
                throw new InvalidSetting(limit.field(), String.valueOf(value), limit.allowed());
            }
            copy.put(limit, value);
        }
        limits = Collections.unmodifiableMap(copy);
    }

    /**
     * What the settings say that the service starts with.
     *
     * @throws InvalidSetting where one is not allowed
     */
    public static TraversalSetting parse(String mode, String batch, String pagesPerSecond, String deadline,
            String entriesPerSecond) {
        TraversalMode known = TraversalMode.of(mode, "victim.traversal.mode");
        return new TraversalSetting(known, Map.of(Limit.BATCH, Limit.BATCH.parse(batch), Limit.PAGES_PER_SECOND,
                Limit.PAGES_PER_SECOND.parse(pagesPerSecond), Limit.DEADLINE, Limit.DEADLINE.parse(deadline),
                Limit.ENTRIES_PER_SECOND, Limit.ENTRIES_PER_SECOND.parse(entriesPerSecond)));
    }

    int limit(Limit limit) {
        return limits.getOrDefault(limit, 1);
    }

    /** The mode and the limits that it takes, by their names in documents. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("mode", mode.id());
        mode.limits().forEach(limit -> document.put(limit.field(), limit(limit)));
        return document;
    }
}
