package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands under an id from one instant on: an order, or none.
 *
 * <p>
 * It comes to stand there before its instant is known. Whoever meets it so, a reader included, sets the instant from the
 * clock before relying on it: a snapshot that begins after the version was seen then has it, whatever its writer does.
 */
final class SnapshotVersion {
    private static final VarHandle SINCE = field("since", long.class);
    private static final VarHandle OLDER = field("older", SnapshotVersion.class);
    private static final long UNKNOWN = 0;

    private final @Nullable Order order;
    private volatile long since;
    private volatile @Nullable SnapshotVersion older;

    SnapshotVersion(@Nullable Order order, SnapshotVersion older) {
        this.order = order;
        OLDER.set(this, older);
    }

    private SnapshotVersion(long since) {
        order = null;
        this.since = since;
    }

    /** None, from the beginning on. */
    static SnapshotVersion nothing() {
        return new SnapshotVersion(SnapshotRegister.BEGINNING);
    }

    @Nullable
    Order order() {
        return order;
    }

    /** The first instant at which it stands, taken from the clock where it was not known. */
    long since(LongSupplier clock) {
        long known = since;
        if (known != UNKNOWN) {
            return known;
        }
        SINCE.compareAndSet(this, UNKNOWN, clock.getAsLong());
        return since;
    }

    /** The version below it in the cell: the youngest older one that a snapshot may still need. */
    @Nullable
    SnapshotVersion older() {
        return older;
    }

    /** Lets go of all that is below, which no snapshot needs nor will; whoever looks below from here on knows. */
    void cut() {
        OLDER.setVolatile(this, (SnapshotVersion) null);
    }

    /** Lets go of the version below, unless it is another; what is below that one takes its place. */
    void skip(SnapshotVersion below) {
        OLDER.compareAndSet(this, below, below.older());
    }

    /** Whether it tells no more than its absence would. */
    boolean saysNothing() {
        return order == null && older() == null;
    }

    private static VarHandle field(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(SnapshotVersion.class, name, type);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
