package avalanche.victim.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A copy of a dual table's state, each slot as text: a value, {@code nil} (empty) or {@code X} (expunged). */
record DualState(SortedMap<Long, String> read, boolean amended, @Nullable SortedMap<Long, String> dirty, long misses) {
    static final String EMPTY = "nil";
    static final String EXPUNGED = "X";

    static DualState of(DualTable<Long, Long> table) {
        DualTable.State<Long, Long> state = table.state();
        Map<Long, DualSlot<Long, Long>> dirty = state.dirty();
        return new DualState(texts(state.read()), state.amended(), dirty == null ? null : texts(dirty), state.misses());
    }

    /** The state as a trace has it. */
    Map<String, @Nullable Object> traced() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("read", list(read));
        fields.put("am", amended);
        fields.put("dirty", dirty == null ? null : list(dirty));
        fields.put("mi", misses);
        return fields;
    }

    private static SortedMap<Long, String> texts(Map<Long, DualSlot<Long, Long>> slots) {
        SortedMap<Long, String> texts = new TreeMap<>();
        slots.forEach((key, slot) -> texts.put(key, text(slot)));
        return texts;
    }

    private static String text(DualSlot<Long, Long> slot) {
        Long value = slot.value();
        if (value != null) {
            return value.toString();
        }
        return slot.expunged() ? EXPUNGED : EMPTY;
    }

    private static List<String> list(SortedMap<Long, String> slots) {
        List<String> list = new ArrayList<>();
        slots.forEach((key, slot) -> list.add(key + "=" + slot));
        return list;
    }
}
