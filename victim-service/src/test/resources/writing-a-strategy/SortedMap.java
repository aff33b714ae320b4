package acme.orders;

import avalanche.victim.map.LockReport;
import avalanche.victim.map.LockWatch;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.WatchedLock;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Locks the whole map with one mutex; a walk copies the orders under it and runs its callbacks outside; fails by copying:
 * each walk takes memory for a reference to every order, and whoever writes meanwhile waits for the copy.
 */
final class SortedMap implements OrderMap {
    private final Map<String, Order> orders = new TreeMap<>();
    private final LockWatch watch;
    private final WatchedLock mutex;
    private final AtomicLong copies = new AtomicLong();
    private volatile long size;

    SortedMap(LongSupplier nanos) {
        watch = new LockWatch(nanos);
        mutex = new WatchedLock(new ReentrantLock(), watch);
    }

    @Override
    public Order get(String id) {
        try (WatchedLock.Held _ = mutex.acquire("get")) {
            return orders.get(id);
        }
    }

    @Override
    public Order put(Order order) {
        try (WatchedLock.Held _ = mutex.acquire("put")) {
            Order before = orders.put(order.id(), order);
            size = orders.size();
            return before;
        }
    }

    @Override
    public Order replace(Order order) {
        try (WatchedLock.Held _ = mutex.acquire("replace")) {
            return orders.replace(order.id(), order);
        }
    }

    @Override
    public Order remove(String id) {
        try (WatchedLock.Held _ = mutex.acquire("remove")) {
            Order before = orders.remove(id);
            size = orders.size();
            return before;
        }
    }

    @Override
    public void walk(Walk walk) {
        for (Order order : copy(walk)) {
            if (!walk.visit(order)) {
                break;
            }
        }
        walk.stretchEnds();
    }

    private List<Order> copy(Walk walk) {
        try (WatchedLock.Held _ = mutex.acquire("copy")) {
            walk.begins();
            copies.incrementAndGet();
            return new ArrayList<>(orders.values());
        }
    }

    @Override
    public List<String> ids() {
        try (WatchedLock.Held _ = mutex.acquire("ids")) {
            return new ArrayList<>(orders.keySet());
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public LockReport lock() {
        return watch.report();
    }

    @Override
    public Map<String, Long> internals() {
        return Map.of("walkCopies", copies.get());
    }
}
