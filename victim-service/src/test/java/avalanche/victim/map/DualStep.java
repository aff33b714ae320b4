package avalanche.victim.map;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a dual table: the state before it, what it answered, what it did inside and the state after it.
 *
 * @param did the changes of the counters by the names of a trace, without those that are 0
 */
record DualStep(String operation, @Nullable Long key, DualState before, @Nullable Object result, Map<String, Long> did,
        DualState after) {
    static DualStep take(DualTable<Long, Long> table, String operation, @Nullable Long key,
            Supplier<@Nullable Object> action) {
        DualState before = DualState.of(table);
        DualTable.Counters counted = table.counters();
        Object result = action.get();
        Map<String, Long> did = changes(counted, table.counters());
        return new DualStep(operation, key, before, result, did, DualState.of(table));
    }

    /** How far a counter went up. */
    long did(String counter) {
        return did.getOrDefault(counter, 0L);
    }

    private static Map<String, Long> changes(DualTable.Counters from, DualTable.Counters to) {
        Map<String, Long> did = new TreeMap<>();
        did.put("lock", to.acquisitions() - from.acquisitions());
        did.put("pm", to.promotedByMisses() - from.promotedByMisses());
        did.put("pr", to.promotedByRange() - from.promotedByRange());
        did.put("rb", to.rebuilds() - from.rebuilds());
        did.put("cp", to.entriesCopied() - from.entriesCopied());
        did.put("ex", to.expunged() - from.expunged());
        did.values().removeIf(change -> change == 0);
        return did;
    }
}
