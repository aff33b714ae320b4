package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks a mutex for keys that are not in the read table: their first write, misses, promotion; no callback runs under
 * it; fails by copying: the first new key after a promotion copies the whole table under the mutex.
 *
 * <p>
 * The algorithm of Go's {@code sync.Map} up to Go 1.23, in {@link DualTable}. Its section is the mutex, which Go's map
 * gives back before the first callback: walked in it, the map is the one that the post-mortem tells of.
 */
final class DualMap implements OrderMap, OrderMap.Section {
    private final LockWatch watch;
    private final DualTable<String, Order> table;
    private final LongAdder size = new LongAdder();

    DualMap(LongSupplier nanos) {
        watch = new LockWatch(nanos);
        table = new DualTable<>(watch);
    }

    @Override
    public @Nullable Order get(String id) {
        return table.load(id);
    }

    @Override
    public @Nullable Order put(Order order) {
        Order before = table.store(order.id(), order);
        if (before == null) {
            size.increment();
        }
        return before;
    }

    @Override
    public @Nullable Order replace(Order order) {
        return table.replace(order.id(), order);
    }

    @Override
    public @Nullable Order remove(String id) {
        Order before = table.loadAndDelete(id);
        if (before != null) {
            size.decrement();
        }
        return before;
    }

    @Override
    public void walk(Walk walk) {
        table.range(walk::begins, (_, order) -> walk.visit(order));
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        table.range(() -> {}, (id, _) -> ids.add(id));
        return ids;
    }

    @Override
    public Section section() {
        return this;
    }

    @Override
    public boolean walkHeld(Walk walk) {
        return table.rangeHeld(walk::begins, (_, order) -> walk.visit(order), walk::stretchEnds);
    }

    @Override
    public boolean walkCopied(Walk walk) {
        List<Order> copy = new ArrayList<>();
        table.rangeHeld(walk::begins, (_, order) -> copy.add(order), () -> {});
        boolean more = LockedMap.visitAll(copy, walk);
        walk.stretchEnds();
        return more;
    }

    @Override
    public boolean visitHeld(List<String> ids, Walk walk) {
        return table.visitHeld(ids, (_, order) -> walk.visit(order), walk::stretchEnds);
    }

    @Override
    public long size() {
        return Math.max(0, size.sum());
    }

    @Override
    public LockReport lock() {
        return watch.report();
    }

    @Override
    public Map<String, Long> internals() {
        DualTable.Counters counters = table.counters();
        return Map.of("promotions", counters.promotions(), "dirtyCopies", counters.rebuilds(), "entriesCopied", counters
                .entriesCopied(), "expunged", counters.expunged(), "misses", (long) counters.misses(), "readSize",
                (long) counters.readSize(), "dirtySize", (long) counters.dirtySize(), "amended", counters.amended()
                        ? 1L
                        : 0L);
    }
}
