package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks the whole map with one read-write lock; a walk holds the read lock while every callback runs; fails by queueing:
 * behind a walk waits a writer, behind the writer every reader and the next walk, so walks run one after another.
 *
 * <p>
 * Once arrival rate and duration of the walks multiply to more than 1, the queue grows without bound.
 */
final class LockedMap implements OrderMap, OrderMap.Section {
    private final Map<String, Order> orders = new HashMap<>();
    private final LockWatch watch;
    private final WatchedLock reading;
    private final WatchedLock writing;
    private volatile int size;

    LockedMap(LongSupplier nanos) {
        this(new LockWatch(nanos));
    }

    LockedMap(LockWatch watch) {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        this.watch = watch;
        reading = new WatchedLock(lock.readLock(), watch);
        writing = new WatchedLock(lock.writeLock(), watch);
    }

    @Override
    public @Nullable Order get(String id) {
        try (WatchedLock.Held _ = reading.acquire("get")) {
            return orders.get(id);
        }
    }

    @Override
    public @Nullable Order put(Order order) {
        try (WatchedLock.Held _ = writing.acquire("put")) {
            Order before = orders.put(order.id(), order);
            size = orders.size();
            return before;
        }
    }

    @Override
    public @Nullable Order replace(Order order) {
        try (WatchedLock.Held _ = writing.acquire("replace")) {
            return orders.replace(order.id(), order);
        }
    }

    @Override
    public @Nullable Order remove(String id) {
        try (WatchedLock.Held _ = writing.acquire("remove")) {
            Order before = orders.remove(id);
            size = orders.size();
            return before;
        }
    }

    @Override
    public void walk(Walk walk) {
        walkHeld(walk);
    }

    @Override
    public List<String> ids() {
        try (WatchedLock.Held _ = reading.acquire("ids")) {
            return new ArrayList<>(orders.keySet());
        }
    }

    @Override
    public Section section() {
        return this;
    }

    @Override
    public boolean walkHeld(Walk walk) {
        try (WatchedLock.Held _ = reading.acquire("traversal")) {
            walk.begins();
            boolean more = visitAll(orders.values(), walk);
            walk.stretchEnds();
            return more;
        }
    }

    @Override
    public boolean walkCopied(Walk walk) {
        List<Order> copy;
        try (WatchedLock.Held _ = reading.acquire("copy")) {
            walk.begins();
            copy = new ArrayList<>(orders.values());
        }
        boolean more = visitAll(copy, walk);
        walk.stretchEnds();
        return more;
    }

    @Override
    public boolean visitHeld(List<String> ids, Walk walk) {
        try (WatchedLock.Held _ = reading.acquire("traversal")) {
            boolean more = true;
            for (int i = 0; more && i < ids.size(); i++) {
                Order order = orders.get(ids.get(i));
                more = order == null || walk.visit(order);
            }
            walk.stretchEnds();
            return more;
        }
    }

    /** Visits the orders until the walk has enough; answers whether it wants more. */
    static boolean visitAll(Iterable<Order> orders, Walk walk) {
        for (Order order : orders) {
            if (!walk.visit(order)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public LockReport lock() {
        return watch.report();
    }
}
