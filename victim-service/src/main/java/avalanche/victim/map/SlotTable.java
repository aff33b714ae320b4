package avalanche.victim.map;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of a {@link DualTable}'s slots: open addressing with linear probes, at most three eighths full, since a
 * probe that meets another key's slot waits for memory once more. A slot carries its key and its hash, so that a lookup
 * goes through the array and the slot, and no node between them; both tables of a {@code DualTable} hold the same slots.
 *
 * <p>
 * A probe is no longer than {@value #LONGEST_PROBE}: slots that find no place within it, of keys whose hashes are alike by
 * chance or by design, go into a HashMap, which stays fast then.
 *
 * <p>
 * Not safe for writing by several threads; safe for reading by any once it is published and not written to any more.
 */
final class SlotTable<K, V> {
    private static final int LEAST_CAPACITY = 4;
    private static final int LONGEST_PROBE = 64;
    private static final int MOST_SLOTS = (1 << 30) / 8 * 3;

    private @Nullable DualSlot<K, V>[] places;
    private @Nullable Map<K, DualSlot<K, V>> crowded;
    private int size;

    /** @param expected how many slots it will hold at first */
    SlotTable(int expected) {
        places = places(capacityFor(expected));
    }

    private static int capacityFor(int slots) {
        if (slots > MOST_SLOTS) {
            throw new IllegalStateException(slots + " keys; allowed: at most " + MOST_SLOTS);
        }
        long least = Math.ceilDiv(8L * slots, 3);
        return Math.max(LEAST_CAPACITY, (int) Long.highestOneBit(Math.max(1, least - 1)) << 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static <K, V> @Nullable DualSlot<K, V>[] places(int capacity) {
        return (@Nullable DualSlot<K, V>[]) new DualSlot[capacity];
    }

    int size() {
        return size;
    }

    /** The key's slot, or null. */
    @Nullable
    DualSlot<K, V> get(K key) {
        @Nullable
        DualSlot<K, V>[] all = places;
        int hash = hash(key);
        int mask = all.length - 1;
        for (int probe = 0; probe < LONGEST_PROBE; probe++) {
            DualSlot<K, V> slot = all[(hash + probe) & mask];
            if (slot == null) {
                break;
            }
            if (slot.is(key, hash)) {
                return slot;
            }
        }
        Map<K, DualSlot<K, V>> others = crowded;
        return others == null ? null : others.get(key);
    }

    /** Adds the slot of a key that the table does not have. */
    void add(DualSlot<K, V> slot) {
        if (8 * (size + 1L) > 3L * places.length) {
            grow();
        }
        place(slot);
        size++;
    }

    private void place(DualSlot<K, V> slot) {
        int mask = places.length - 1;
        for (int probe = 0; probe < LONGEST_PROBE; probe++) {
            int at = (slot.hash() + probe) & mask;
            if (places[at] == null) {
                places[at] = slot;
                return;
            }
        }
        Map<K, DualSlot<K, V>> others = crowded;
        if (others == null) {
            others = new HashMap<>();
            crowded = others;
        }
        others.put(slot.key(), slot);
    }

    private void grow() {
        @Nullable
        DualSlot<K, V>[] before = places;
        Map<K, DualSlot<K, V>> others = crowded;
        places = places(capacityFor(size + 1));
        crowded = null;
        for (DualSlot<K, V> slot : before) {
            if (slot != null) {
                place(slot);
            }
        }
        if (others != null) {
            others.values().forEach(this::place);
        }
    }

    /** Takes the key's slot out; answers it, or null. */
    @Nullable
    DualSlot<K, V> remove(K key) {
        int hash = hash(key);
        int mask = places.length - 1;
        for (int probe = 0; probe < LONGEST_PROBE; probe++) {
            int at = (hash + probe) & mask;
            DualSlot<K, V> slot = places[at];
            if (slot == null) {
                break;
            }
            if (slot.is(key, hash)) {
                close(at);
                size--;
                return slot;
            }
        }
        DualSlot<K, V> slot = crowded == null ? null : crowded.remove(key);
        if (slot != null) {
            size--;
        }
        return slot;
    }

    /**
     * Moves slots of the same run into the gap, so that every probe still finds its slot before an empty place (Knuth, The
     * Art of Computer Programming, volume 3, section 6.4, algorithm R).
     */
    private void close(int removed) {
        int mask = places.length - 1;
        int gap = removed;
        int at = removed;
        while (true) {
            at = (at + 1) & mask;
            DualSlot<K, V> slot = places[at];
            if (slot == null) {
                places[gap] = null;
                return;
            }
            int distance = (at - slot.hash()) & mask;
            if (distance >= ((at - gap) & mask)) {
                places[gap] = slot;
                gap = at;
            }
        }
    }

    /** Visits every slot, in no particular order. */
    void forEach(Consumer<DualSlot<K, V>> visitor) {
        Cursor<K, V> cursor = cursor();
        for (DualSlot<K, V> slot = cursor.next(); slot != null; slot = cursor.next()) {
            visitor.accept(slot);
        }
    }

    /** Over every slot, in no particular order. */
    Cursor<K, V> cursor() {
        return new Cursor<>(this);
    }

    /** The slots by their keys, as they are now. */
    Map<K, DualSlot<K, V>> toMap() {
        Map<K, DualSlot<K, V>> map = HashMap.newHashMap(size);
        forEach(slot -> map.put(slot.key(), slot));
        return map;
    }

    /**
     * The key's hash, its bits mixed: linear probes need neighbouring hashes apart. One multiplication, the first round of
     * "lowbias32" (Chris Wellons, Prospecting for Hash Functions, nullprogram.com/blog/2018/07/31), since a read waits for
     * it before it can ask for its place.
     */
    static int hash(Object key) {
        int hash = key.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x7feb352d;
        return hash ^ (hash >>> 15);
    }

    /** Where a visit of all slots is; sees the slots of a table that nobody writes to meanwhile. */
    static final class Cursor<K, V> {
        private final @Nullable DualSlot<K, V>[] places;
        private final Iterator<DualSlot<K, V>> crowded;
        private int at;

        private Cursor(SlotTable<K, V> table) {
            places = table.places;
            Map<K, DualSlot<K, V>> others = table.crowded;
            crowded = others == null ? Collections.emptyIterator() : others.values().iterator();
        }

        /** The next slot, or null after the last. */
        @Nullable
        DualSlot<K, V> next() {
            while (at < places.length) {
                DualSlot<K, V> slot = places[at++];
                if (slot != null) {
                    return slot;
                }
            }
            return crowded.hasNext() ? crowded.next() : null;
        }
    }
}
