package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands and stood under one id, newest first, as far back as live snapshots see.
 *
 * <p>
 * Each version is seen to by the write that superseded it: cut off, logged for a snapshot that needs it, or taken out of
 * the middle, which alone needs the cell's lock. A cell dies when it has nothing left to tell; nothing is ever written
 * into a dead one.
 */
final class SnapshotCell {
    private static final SnapshotVersion EMPTY = SnapshotVersion.nothing();
    private static final SnapshotVersion DEAD = SnapshotVersion.nothing();
    private static final VarHandle HEAD = head();

    private volatile SnapshotVersion head = EMPTY;

    /** The order that stands there now. */
    @Nullable
    Order now(LongSupplier clock) {
        SnapshotVersion version = head;
        version.since(clock);
        return version.order();
    }

    /**
     * The order that stood there at that instant. It holds only if the snapshot of that instant is found live
     * afterwards.
     */
    @Nullable
    Order at(long instant, LongSupplier clock) {
        SnapshotVersion version = head;
        while (version != null && version.since(clock) > instant) {
            version = version.older();
        }
        return version == null ? null : version.order();
    }

    boolean isDead() {
        return head == DEAD;
    }

    /**
     * Puts an order there, or none, and answers the version that stood there before; answers null and writes nothing
     * where the cell is dead.
     *
     * @param onlyOver whether nothing is written where no order stands
     */
    @Nullable
    SnapshotVersion write(String id, @Nullable Order order, boolean onlyOver, SnapshotRegister register) {
        while (true) {
            SnapshotVersion before = head;
            long since = before.since(register.clock());
            if (before == DEAD) {
                return null;
            }
            if (onlyOver && before.order() == null) {
                return before;
            }
            SnapshotVersion written = new SnapshotVersion(order, before);
            if (HEAD.compareAndSet(this, before, written)) {
                seeTo(id, before, since, written, register);
                return before;
            }
        }
    }

    private void seeTo(String id, SnapshotVersion before, long since, SnapshotVersion written,
            SnapshotRegister register) {
        long until = written.since(register.clock());
        if (register.noneIsLive()) {
            written.cut();
            if (head != written || written.order() == null) {
                drop(before);
            }
        } else if (since == until || before.saysNothing()
                || !register.keeps(new SupersededVersion(this, id, before, since, until))) {
            drop(before);
        }
    }

    /**
     * Takes a version out that no snapshot needs, wherever it hangs: the one above it may have been taken out before.
     * Answers whether the cell is dead.
     */
    synchronized boolean drop(SnapshotVersion superseded) {
        SnapshotVersion above = head;
        while (above != null && above.older() != superseded) {
            above = above.older();
        }
        if (above != null) {
            above.skip(superseded);
        }
        SnapshotVersion last = head;
        return last == DEAD || (last.saysNothing() && HEAD.compareAndSet(this, last, DEAD));
    }

    /** How many versions there are: one, unless snapshots need more. */
    int depth() {
        int depth = 0;
        for (SnapshotVersion version = head; version != null; version = version.older()) {
            depth++;
        }
        return depth;
    }

    private static VarHandle head() {
        try {
            return MethodHandles.lookup().findVarHandle(SnapshotCell.class, "head", SnapshotVersion.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
