package avalanche.victim.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Two tables that share their slots: one read without a lock, one dirty under a mutex, which holds what the first lacks.
 *
 * <p>
 * Semantics of Go's {@code sync.Map} up to Go 1.23: a key that is missed in the read table counts a miss; as many misses
 * as the dirty table has keys promote it to be the read one; the next new key copies the live slots into a fresh dirty
 * table and expunges the empty ones.
 */
final class DualTable<K, V> {
    private final WatchedLock mutex;
    private volatile Read<K, V> read = new Read<>(Map.of(), false);
    private @Nullable Map<K, Slot<V>> dirty;
    private final AtomicInteger misses = new AtomicInteger();
    private final AtomicLong promotions = new AtomicLong();
    private final AtomicLong copies = new AtomicLong();
    private final AtomicLong entriesCopied = new AtomicLong();

    DualTable(LockWatch watch) {
        mutex = new WatchedLock(new ReentrantLock(), watch);
    }

    @Nullable
    V load(K key) {
        Read<K, V> seen = read;
        Slot<V> slot = seen.slots.get(key);
        if (slot == null && seen.amended) {
            try (WatchedLock.Held _ = mutex.acquire("get")) {
                slot = read.slots.get(key);
                if (slot == null && read.amended) {
                    slot = dirty().get(key);
                    missed();
                }
            }
        }
        return slot == null ? null : slot.value();
    }

    /** Keeps the value; answers the one before, or null. */
    @Nullable
    V store(K key, V value) {
        Slot<V> slot = read.slots.get(key);
        if (slot != null) {
            Slot.Swap<V> swap = slot.swapUnlessExpunged(value);
            if (swap.done()) {
                return swap.before();
            }
        }
        try (WatchedLock.Held _ = mutex.acquire("put")) {
            return storeLocked(key, value);
        }
    }

    private @Nullable V storeLocked(K key, V value) {
        Slot<V> slot = read.slots.get(key);
        if (slot != null) {
            if (slot.unexpunge()) {
                dirty().put(key, slot);
            }
            return slot.swap(value);
        }
        slot = read.amended ? dirty().get(key) : null;
        if (slot != null) {
            return slot.swap(value);
        }
        putNew(key, value);
        return null;
    }

    /** Keeps the value only where there is none; answers the one that stands there already, or null. */
    @Nullable
    V loadOrStore(K key, V value) {
        Slot<V> slot = read.slots.get(key);
        if (slot != null) {
            Slot.Swap<V> swap = slot.storeIfEmpty(value);
            if (swap.done()) {
                return swap.before();
            }
        }
        try (WatchedLock.Held _ = mutex.acquire("put")) {
            slot = read.slots.get(key);
            if (slot != null) {
                if (slot.unexpunge()) {
                    dirty().put(key, slot);
                }
                return slot.storeIfEmpty(value).before();
            }
            slot = read.amended ? dirty().get(key) : null;
            if (slot != null) {
                V before = slot.storeIfEmpty(value).before();
                missed();
                return before;
            }
            putNew(key, value);
            return null;
        }
    }

    /** Keeps the value only where there is one already; answers that, or null. Misses count as in a read. */
    @Nullable
    V replace(K key, V value) {
        Read<K, V> seen = read;
        Slot<V> slot = seen.slots.get(key);
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

    /** Takes the value out; answers it, or null. */
    @Nullable
    V loadAndDelete(K key) {
        Read<K, V> seen = read;
        Slot<V> slot = seen.slots.get(key);
        if (slot == null && seen.amended) {
            try (WatchedLock.Held _ = mutex.acquire("remove")) {
                slot = read.slots.get(key);
                if (slot == null && read.amended) {
                    slot = dirty().remove(key);
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
                if (read.amended) {
                    promote();
                }
                seen = read;
            }
        }
        begins.run();
        visit(seen, visitor);
    }

    /**
     * Visits what the promoted table holds, with the mutex, which is what the post-mortem takes Go's map for.
     *
     * @return whether the visitor wants more
     */
    boolean rangeHeld(Runnable begins, BiPredicate<K, V> visitor, Runnable ends) {
        try (WatchedLock.Held _ = mutex.acquire("traversal")) {
            if (read.amended) {
                promote();
            }
            begins.run();
            boolean more = visit(read, visitor);
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

    private @Nullable V locked(K key) {
        Slot<V> slot = read.slots.get(key);
        if (slot == null && read.amended) {
            slot = dirty().get(key);
        }
        return slot == null ? null : slot.value();
    }

    private static <K, V> boolean visit(Read<K, V> table, BiPredicate<K, V> visitor) {
        for (Map.Entry<K, Slot<V>> entry : table.slots.entrySet()) {
            V value = entry.getValue().value();
            if (value != null && !visitor.test(entry.getKey(), value)) {
                return false;
            }
        }
        return true;
    }

    Counters counters() {
        return new Counters(promotions.get(), copies.get(), entriesCopied.get(), misses.get(), read.slots.size());
    }

    /** The state in Go's terms; only meaningful while nothing else runs. */
    State<K, V> state() {
        try (WatchedLock.Held _ = mutex.acquire("state")) {
            return new State<>(read.slots, read.amended, dirty, misses.get());
        }
    }

    private void putNew(K key, V value) {
        if (!read.amended) {
            copyLiveSlots();
            read = new Read<>(read.slots, true);
        }
        dirty().put(key, new Slot<>(value));
    }

    private void copyLiveSlots() {
        Map<K, Slot<V>> copy = HashMap.newHashMap(read.slots.size() + 1);
        read.slots.forEach((key, slot) -> {
            if (!slot.expungeIfEmpty()) {
                copy.put(key, slot);
            }
        });
        dirty = copy;
        copies.incrementAndGet();
        entriesCopied.addAndGet(copy.size());
    }

    private void missed() {
        if (misses.incrementAndGet() >= dirty().size()) {
            promote();
        }
    }

    private void promote() {
        read = new Read<>(dirty(), false);
        dirty = null;
        misses.set(0);
        promotions.incrementAndGet();
    }

    private Map<K, Slot<V>> dirty() {
        Map<K, Slot<V>> there = dirty;
        if (there == null) {
            throw new IllegalStateException("no dirty table although the read one is amended");
        }
        return there;
    }

    /** The table that is read without a lock; amended tells that the dirty one has keys which it lacks. */
    private record Read<K, V>(Map<K, Slot<V>> slots, boolean amended) {}

    /** What the table counted since it was made. */
    record Counters(long promotions, long copies, long entriesCopied, long misses, long readSize) {}

    /** Both tables, live. */
    record State<K, V>(Map<K, Slot<V>> read, boolean amended, @Nullable Map<K, Slot<V>> dirty, int misses) {}

    /** A key's place, shared by both tables: a value, empty (deleted), or expunged (deleted and not in the dirty one). */
    static final class Slot<V> {
        private static final Object EXPUNGED = new Object();

        private final AtomicReference<@Nullable Object> content;

        private Slot(V value) {
            content = new AtomicReference<>(value);
        }

        @Nullable
        V value() {
            return valueOf(content.get());
        }

        boolean expunged() {
            return content.get() == EXPUNGED;
        }

        @SuppressWarnings("unchecked") // whatever is neither null nor the marker was put in as a V
        private @Nullable V valueOf(@Nullable Object content) {
            return content == EXPUNGED ? null : (V) content;
        }

        private Swap<V> swapUnlessExpunged(V value) {
            while (true) {
                Object seen = content.get();
                if (seen == EXPUNGED) {
                    return new Swap<>(false, null);
                }
                if (content.compareAndSet(seen, value)) {
                    return new Swap<>(true, valueOf(seen));
                }
            }
        }

        private Swap<V> storeIfEmpty(V value) {
            while (true) {
                Object seen = content.get();
                if (seen == EXPUNGED) {
                    return new Swap<>(false, null);
                }
                if (seen != null || content.compareAndSet(null, value)) {
                    return new Swap<>(true, valueOf(seen));
                }
            }
        }

        private @Nullable V swap(V value) {
            return valueOf(content.getAndSet(value));
        }

        private @Nullable V replace(V value) {
            while (true) {
                Object seen = content.get();
                if (seen == null || seen == EXPUNGED) {
                    return null;
                }
                if (content.compareAndSet(seen, value)) {
                    return valueOf(seen);
                }
            }
        }

        private @Nullable V delete() {
            while (true) {
                Object seen = content.get();
                if (seen == null || seen == EXPUNGED) {
                    return null;
                }
                if (content.compareAndSet(seen, null)) {
                    return valueOf(seen);
                }
            }
        }

        private boolean unexpunge() {
            return content.compareAndSet(EXPUNGED, null);
        }

        private boolean expungeIfEmpty() {
            return content.compareAndSet(null, EXPUNGED) || expunged();
        }

        /** Whether a slot took the value, and what it held before. */
        private record Swap<V>(boolean done, @Nullable V before) {}
    }
}
