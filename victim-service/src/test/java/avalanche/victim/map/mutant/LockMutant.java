package avalanche.victim.map.mutant;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** A hash map under one read-write lock, as {@code locked} is one, with a fault in how the lock is taken. */
final class LockMutant implements OrderMap {
    private final Map<String, Order> orders = new HashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Fault fault;

    LockMutant(Fault fault) {
        this.fault = fault;
    }

    @Override
    public @Nullable Order get(String id) {
        Lock reading = acquired(lock.readLock());
        try {
            return orders.get(id);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public @Nullable Order put(Order order) {
        if (fault == Fault.PUT_TAKES_NO_LOCK) {
            return orders.put(order.id(), order);
        }
        Lock writing = acquired(fault == Fault.PUT_TAKES_THE_READ_LOCK ? lock.readLock() : lock.writeLock());
        try {
            return orders.put(order.id(), order);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public @Nullable Order replace(Order order) {
        Lock writing = acquired(lock.writeLock());
        try {
            return orders.replace(order.id(), order);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public @Nullable Order remove(String id) {
        Lock writing = acquired(lock.writeLock());
        try {
            return orders.remove(id);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void walk(Walk walk) {
        if (fault == Fault.WALK_LETS_GO) {
            walkOneByOne(walk);
            return;
        }
        Lock reading = acquired(lock.readLock());
        try {
            walk.begins();
            for (Order order : orders.values()) {
                if (!walk.visit(order)) {
                    break;
                }
            }
            walk.stretchEnds();
        } finally {
            reading.unlock();
        }
    }

    private void walkOneByOne(Walk walk) {
        walk.begins();
        for (String id : ids()) {
            Order order = get(id);
            if (order != null && !walk.visit(order)) {
                break;
            }
        }
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        Lock reading = acquired(lock.readLock());
        try {
            return new ArrayList<>(orders.keySet());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public long size() {
        return orders.size();
    }

    private static Lock acquired(Lock lock) {
        lock.lock();
        return lock;
    }

    /** What is wrong with the lock. */
    enum Fault {
        NONE, PUT_TAKES_NO_LOCK, PUT_TAKES_THE_READ_LOCK, WALK_LETS_GO
    }
}
