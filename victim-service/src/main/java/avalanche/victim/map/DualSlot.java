package avalanche.victim.map;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A key's place, shared by both tables of a {@link DualTable}: a value, empty (deleted), or expunged (deleted and not in
 * the dirty table).
 *
 * <p>
 * It carries its key and the key's hash, as a {@link SlotTable} wants it, and its content is a field of its own and not
 * an {@code AtomicReference}: a read goes through fewer objects.
 */
final class DualSlot<K, V> {
    private static final Object EXPUNGED = new Object();
    private static final VarHandle CONTENT = handle();

    private final K key;
    private final int hash;
    private volatile @Nullable Object content;

    DualSlot(K key, V value) {
        this.key = key;
        hash = SlotTable.hash(key);
        content = value;
    }

    K key() {
        return key;
    }

    /** The key's hash, as {@link SlotTable#hash} has it. */
    int hash() {
        return hash;
    }

    /** Whether it is the slot of a key with this hash. */
    boolean is(K other, int otherHash) {
        return hash == otherHash && key.equals(other);
    }

    @Nullable
    V value() {
        return valueOf(content);
    }

    boolean expunged() {
        return isExpunged(content);
    }

    /** Whether that is the content of an expunged slot. */
    static boolean isExpunged(@Nullable Object content) {
        return content == EXPUNGED;
    }

    /** The value that a content stands for: null where it is empty or expunged. */
    @SuppressWarnings("unchecked") // whatever is neither null nor the marker was put in as a V
    @Nullable
    V valueOf(@Nullable Object content) {
        return content == EXPUNGED ? null : (V) content;
    }

    /** Puts the value in; answers the content before; where that is expunged nothing was put in. */
    @Nullable
    Object swapUnlessExpunged(V value) {
        while (true) {
            Object seen = content;
            if (seen == EXPUNGED || CONTENT.compareAndSet(this, seen, value)) {
                return seen;
            }
        }
    }

    /** Puts the value in where the slot is empty; answers the content before, and only where that is null it did. */
    @Nullable
    Object storeIfEmpty(V value) {
        while (true) {
            Object seen = content;
            if (seen != null || CONTENT.compareAndSet(this, null, value)) {
                return seen;
            }
        }
    }

    /** Puts the value in, whatever stood there; answers the value before, or null. */
    @Nullable
    V swap(V value) {
        return valueOf(CONTENT.getAndSet(this, value));
    }

    /** Puts the value in where there is one already; answers that, or null. */
    @Nullable
    V replace(V value) {
        return replaceLive(value);
    }

    /** Empties the slot where there is a value; answers that, or null. */
    @Nullable
    V delete() {
        return replaceLive(null);
    }

    private @Nullable V replaceLive(@Nullable V next) {
        while (true) {
            Object seen = content;
            if (seen == null || seen == EXPUNGED) {
                return null;
            }
            if (CONTENT.compareAndSet(this, seen, next)) {
                return valueOf(seen);
            }
        }
    }

    /** Empties an expunged slot, so that it may go into the dirty table; answers whether it was one. */
    boolean unexpunge() {
        return CONTENT.compareAndSet(this, EXPUNGED, null);
    }

    /** Expunges the slot where it is empty; answers whether it was. */
    boolean expungeIfEmpty() {
        return content == null && CONTENT.compareAndSet(this, null, EXPUNGED);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(DualSlot.class, "content", Object.class);
        } catch (ReflectiveOperationException absent) {
            throw new ExceptionInInitializerError(absent);
        }
    }
}
