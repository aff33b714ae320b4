package avalanche.victim.map;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Two tables that share their slots: one read without a lock, one dirty under a mutex, which holds what the first lacks.
 *
 * <p>
 * Semantics of Go's {@code sync.Map} up to Go 1.23: a key that is missed in the read table counts a miss; as many misses
 * as the dirty table has keys promote it to be the read one; the next new key copies the live slots into a fresh dirty
 * table and expunges the empty ones. A store never counts a miss.
 */
final class DualTable<K, V> {
    private final LockWatch watch;
    private final WatchedLock mutex;
    private volatile Read<K, V> read = new Read<>(new SlotTable<>(0), false);
    private @Nullable SlotTable<K, V> dirty;
    private volatile int dirtySize;
    private final AtomicInteger misses = new AtomicInteger();
    private final AtomicLong promotedByMisses = new AtomicLong();
    private final AtomicLong promotedByRange = new AtomicLong();
    private final AtomicLong rebuilds = new AtomicLong();
    private final AtomicLong entriesCopied = new AtomicLong();
    private final AtomicLong expunged = new AtomicLong();

    DualTable(LockWatch watch) {
        this.watch = watch;
        mutex = new WatchedLock(new ReentrantLock(), watch);
    }

    /** The value, or null. A key that the read table has costs no lock, no count and no allocation. */
    @Nullable
    V load(K key) {
        Read<K, V> seen = read;
        DualSlot<K, V> slot = seen.slots.get(key);
        if (slot == null) {
            return seen.amended ? loadMissed(key) : null;
        }
        return slot.value();
    }

    private @Nullable V loadMissed(K key) {
        DualSlot<K, V> slot;
        try (WatchedLock.Held _ = mutex.acquire("get")) {
            slot = read.slots.get(key);
            if (slot == null && read.amended) {
                slot = dirty().get(key);
                missed();
            }
        }
        return slot == null ? null : slot.value();
    }

    /** Keeps the value; answers the one before, or null. */
    @Nullable
    V store(K key, V value) {
        DualSlot<K, V> slot = read.slots.get(key);
        if (slot != null) {
            Object before = slot.swapUnlessExpunged(value);
            if (!DualSlot.isExpunged(before)) {
                return slot.valueOf(before);
            }
        }
        try (WatchedLock.Held _ = mutex.acquire("put")) {
            return storeLocked(key, value);
        }
    }

    private @Nullable V storeLocked(K key, V value) {
        DualSlot<K, V> slot = revived(key);
        if (slot == null && read.amended) {
            slot = dirty().get(key);
        }
        if (slot == null) {
            putNew(key, value);
            return null;
        }
        return slot.swap(value);
    }

    /** Keeps the value only where there is none; answers the one that stands there already, or null. */
    @Nullable
    V loadOrStore(K key, V value) {
        DualSlot<K, V> slot = read.slots.get(key);
        if (slot != null) {
            Object before = slot.storeIfEmpty(value);
            if (!DualSlot.isExpunged(before)) {
                return slot.valueOf(before);
            }
        }
        try (WatchedLock.Held _ = mutex.acquire("put")) {
            return loadOrStoreLocked(key, value);
        }
    }

    private @Nullable V loadOrStoreLocked(K key, V value) {
        DualSlot<K, V> slot = revived(key);
        if (slot != null) {
            return slot.valueOf(slot.storeIfEmpty(value));
        }
        slot = read.amended ? dirty().get(key) : null;
        if (slot != null) {
            V before = slot.valueOf(slot.storeIfEmpty(value));
            missed();
            return before;
        }
        putNew(key, value);
        return null;
    }

    /**
     * Keeps the value only where there is one already; answers that, or null. Locks and counts misses as a load does,
     * which is the way of {@code CompareAndSwap}, that Go has since 1.20.
     */
    @Nullable
    V replace(K key, V value) {
        Read<K, V> seen = read;
        DualSlot<K, V> slot = seen.slots.get(key);
        if (slot == null && seen.amended) {
            try (WatchedLock.Held _ = mutex.acquire("replace")) {
                slot = read.slots.get(key);
                if (slot == null && read.amended) {
                    slot = dirty().get(key);
                    V before = slot == null ? null : slot.replace(value);
                    missed();
                    return before;
                }
            }
        }
        return slot == null ? null : slot.replace(value);
    }

    /** Takes the value out; answers it, or null. A key of the read table leaves its slot there, empty. */
    @Nullable
    V loadAndDelete(K key) {
        Read<K, V> seen = read;
        DualSlot<K, V> slot = seen.slots.get(key);
        if (slot == null && seen.amended) {
            try (WatchedLock.Held _ = mutex.acquire("remove")) {
                slot = read.slots.get(key);
                if (slot == null && read.amended) {
                    slot = removeDirty(key);
                    missed();
                }
            }
        }
        return slot == null ? null : slot.delete();
    }

    /** Visits what the promoted table holds, without the mutex, until the visitor answers false. */
    void range(Runnable begins, BiPredicate<K, V> visitor) {
        Read<K, V> seen = read;
        if (seen.amended) {
            try (WatchedLock.Held _ = mutex.acquire("traversal")) {
                seen = promoted();
            }
        }
        begins.run();
        visit(seen, visitor);
    }

    /**
     * Visits what the promoted table holds, with the mutex, which is what the post-mortem takes Go's map for.
     *
     * <p>
     * Even so the mutex stops only what needs it: not a load or a store of a key that the read table has.
     *
     * @return whether the visitor wants more
     */
    boolean rangeHeld(Runnable begins, BiPredicate<K, V> visitor, Runnable ends) {
        try (WatchedLock.Held _ = mutex.acquire("traversal")) {
            Read<K, V> seen = promoted();
            begins.run();
            boolean more = visit(seen, visitor);
            ends.run();
            return more;
        }
    }

    /**
     * Visits those of the keys that are still there, with the mutex.
     *
     * @return whether the visitor wants more
     */
    boolean visitHeld(List<K> keys, BiPredicate<K, V> visitor, Runnable ends) {
        try (WatchedLock.Held _ = mutex.acquire("traversal")) {
            boolean more = true;
            for (int i = 0; more && i < keys.size(); i++) {
                V value = locked(keys.get(i));
                more = value == null || visitor.test(keys.get(i), value);
            }
            ends.run();
            return more;
        }
    }

    /** What it counted and how large its tables are; never waits for the mutex. */
    Counters counters() {
        Read<K, V> seen = read;
        return new Counters(promotedByMisses.get(), promotedByRange.get(), rebuilds.get(), entriesCopied.get(), expunged
                .get(), misses.get(), seen.slots.size(), dirtySize, seen.amended, watch.acquisitions());
    }

    /** The state in Go's terms; only meaningful while nothing else runs. */
    State<K, V> state() {
        try (WatchedLock.Held _ = mutex.acquire("state")) {
            SlotTable<K, V> there = dirty;
            return new State<>(read.slots.toMap(), read.amended, there == null ? null : there.toMap(), misses.get());
        }
    }

    private @Nullable V locked(K key) {
        DualSlot<K, V> slot = read.slots.get(key);
        if (slot == null && read.amended) {
            slot = dirty().get(key);
        }
        return slot == null ? null : slot.value();
    }

    private static <K, V> boolean visit(Read<K, V> table, BiPredicate<K, V> visitor) {
        SlotTable.Cursor<K, V> cursor = table.slots.cursor();
        for (DualSlot<K, V> slot = cursor.next(); slot != null; slot = cursor.next()) {
            V value = slot.value();
            if (value != null && !visitor.test(slot.key(), value)) {
                return false;
            }
        }
        return true;
    }

    /** The read table's slot, back in the dirty table where it was expunged. */
    private @Nullable DualSlot<K, V> revived(K key) {
        DualSlot<K, V> slot = read.slots.get(key);
        if (slot != null && slot.unexpunge()) {
            putDirty(slot);
        }
        return slot;
    }

    private void putNew(K key, V value) {
        if (!read.amended) {
            copyLiveSlots();
            read = new Read<>(read.slots, true);
        }
        putDirty(new DualSlot<>(key, value));
    }

    private void copyLiveSlots() {
        SlotTable<K, V> slots = read.slots;
        SlotTable<K, V> copy = new SlotTable<>(slots.size() + 1);
        slots.forEach(slot -> {
            if (!slot.expungeIfEmpty()) {
                copy.add(slot);
            }
        });
        dirty = copy;
        rebuilds.incrementAndGet();
        entriesCopied.addAndGet(copy.size());
        expunged.addAndGet(slots.size() - copy.size());
    }

    private void missed() {
        if (misses.incrementAndGet() >= dirty().size()) {
            promote(promotedByMisses);
        }
    }

    /** The read table, which has every key. */
    private Read<K, V> promoted() {
        if (read.amended) {
            promote(promotedByRange);
        }
        return read;
    }

    private void promote(AtomicLong cause) {
        read = new Read<>(dirty(), false);
        dirty = null;
        dirtySize = 0;
        misses.set(0);
        cause.incrementAndGet();
    }

    private void putDirty(DualSlot<K, V> slot) {
        SlotTable<K, V> there = dirty();
        there.add(slot);
        dirtySize = there.size();
    }

    private @Nullable DualSlot<K, V> removeDirty(K key) {
        SlotTable<K, V> there = dirty();
        DualSlot<K, V> slot = there.remove(key);
        dirtySize = there.size();
        return slot;
    }

    private SlotTable<K, V> dirty() {
        SlotTable<K, V> there = dirty;
        if (there == null) {
            throw new IllegalStateException("no dirty table although the read one is amended");
        }
        return there;
    }

    /** The table that is read without a lock; amended tells that the dirty one has keys which it lacks. */
    private record Read<K, V>(SlotTable<K, V> slots, boolean amended) {}

    /**
     * What the table counted since it was made, and its sizes now.
     *
     * @param promotedByMisses promotions of the dirty table because of misses
     * @param promotedByRange promotions of the dirty table because of a walk
     * @param rebuilds dirty tables made from the read one
     * @param entriesCopied slots copied into them
     * @param expunged empty slots that they left behind
     * @param misses misses since the last promotion
     * @param acquisitions how often the mutex was acquired
     */
    record Counters(long promotedByMisses, long promotedByRange, long rebuilds, long entriesCopied, long expunged,
            int misses, int readSize, int dirtySize, boolean amended, long acquisitions) {
        long promotions() {
            return promotedByMisses + promotedByRange;
        }
    }

    /** Both tables with their slots, as they are now. */
    record State<K, V>(Map<K, DualSlot<K, V>> read, boolean amended, @Nullable Map<K, DualSlot<K, V>> dirty,
            int misses) {}
}
