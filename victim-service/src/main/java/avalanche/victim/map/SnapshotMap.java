package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Locks the cell of one id, only to take a version out of its middle; nothing of ours runs under it, a walk's callbacks
 * run over a snapshot; fails in memory: what is superseded while a walk runs is kept for it, up to a bound, beyond which
 * the oldest walk fails.
 *
 * <p>
 * Versions stamped by a clock that only snapshots move on (Wei, Ben-David, Blelloch, Fatourou, Ruppert, Sun:
 * <i>Constant-Time Snapshots with Applications to Concurrent Data Structures</i>, PPoPP 2021), in the cells of a
 * {@link ConcurrentHashMap}. What is written between two snapshots has one stamp, so that each keeps at most one
 * superseded version of an id.
 */
final class SnapshotMap implements OrderMap {
    /** How much of an expired snapshot's log a write settles: more than it can add, and soon done. */
    private static final int SETTLED_BY_A_WRITE = 8;

    private final ConcurrentHashMap<String, SnapshotCell> cells = new ConcurrentHashMap<>();
    private final LongAdder size = new LongAdder();
    private final SnapshotRegister register;

    SnapshotMap(long maxRetained) {
        this(new SnapshotRegister(maxRetained));
    }

    SnapshotMap(SnapshotRegister register) {
        this.register = register;
    }

    @Override
    public @Nullable Order get(String id) {
        SnapshotCell cell = cells.get(id);
        return cell == null ? null : cell.now(register.clock());
    }

    @Override
    public @Nullable Order put(Order order) {
        String id = order.id();
        while (true) {
            SnapshotCell cell = cell(id);
            SnapshotVersion before = cell.write(id, order, false, register);
            if (before != null) {
                if (before.order() == null) {
                    size.increment();
                }
                relieve();
                return before.order();
            }
            cells.remove(id, cell);
        }
    }

    @Override
    public @Nullable Order replace(Order order) {
        SnapshotCell cell = cells.get(order.id());
        return cell == null ? null : overwritten(cell, order.id(), order);
    }

    @Override
    public @Nullable Order remove(String id) {
        SnapshotCell cell = cells.get(id);
        if (cell == null) {
            return null;
        }
        Order before = overwritten(cell, id, null);
        if (before != null) {
            size.decrement();
        }
        if (cell.isDead()) {
            cells.remove(id, cell);
        }
        return before;
    }

    @Override
    public void walk(Walk walk) {
        LiveSnapshot snapshot = register.take();
        try {
            walk.begins();
            visit(snapshot, walk::visit);
            walk.stretchEnds();
        } finally {
            end(snapshot);
        }
    }

    /** {@inheritDoc} They are those of one instant. */
    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        LiveSnapshot snapshot = register.take();
        try {
            visit(snapshot, order -> ids.add(order.id()));
        } finally {
            end(snapshot);
        }
        return ids;
    }

    @Override
    public long size() {
        return Math.max(0, size.sum());
    }

    /** What live snapshots cost: the versions kept for them, the ids kept though their orders are gone. */
    @Override
    public Map<String, Long> internals() {
        return Map.of("liveSnapshots", (long) register.live(), "expiredSnapshots", register.expired(),
                "retainedVersions", register.retained(), "deletedIds", Math.max(0, cells.mappingCount() - size()));
    }

    /** A cell that is there already before the snapshot is taken stays there for as long as the snapshot needs it. */
    private void visit(LiveSnapshot snapshot, Predicate<Order> visitor) {
        for (SnapshotCell cell : cells.values()) {
            Order order = cell.at(snapshot.instant(), register.clock());
            register.checkLive(snapshot);
            if (order != null && !visitor.test(order)) {
                return;
            }
        }
    }

    private @Nullable Order overwritten(SnapshotCell cell, String id, @Nullable Order order) {
        SnapshotVersion before = cell.write(id, order, true, register);
        relieve();
        return before == null ? null : before.order();
    }

    private SnapshotCell cell(String id) {
        SnapshotCell there = cells.get(id);
        if (there != null) {
            return there;
        }
        SnapshotCell added = new SnapshotCell();
        SnapshotCell first = cells.putIfAbsent(id, added);
        return first == null ? added : first;
    }

    /** Ends a snapshot and lets go, at once, of what only it needed. */
    void end(LiveSnapshot snapshot) {
        register.end(snapshot);
        settle(snapshot, Long.MAX_VALUE);
    }

    /** A write's part in keeping the bound: it settles a little of what expired, whether or not the walk has noticed. */
    private void relieve() {
        if (register.isCalm()) {
            return;
        }
        LiveSnapshot expired = register.relieve();
        if (expired != null && settle(expired, SETTLED_BY_A_WRITE)) {
            register.end(expired);
        }
    }

    /** Settles so many versions of an ended snapshot's log; answers whether there are no more. */
    private boolean settle(LiveSnapshot snapshot, long atMost) {
        for (long i = 0; i < atMost; i++) {
            SupersededVersion claimed = snapshot.next();
            if (claimed == null) {
                return true;
            }
            if (register.releases(claimed) && claimed.cell().drop(claimed.version())) {
                cells.remove(claimed.id(), claimed.cell());
            }
        }
        return false;
    }
}
