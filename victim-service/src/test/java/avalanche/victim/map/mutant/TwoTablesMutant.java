package avalanche.victim.map.mutant;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A read table and a dirty one, as {@code dual-map} has them, with a fault in how they are published or looked at.
 *
 * <p>
 * It keeps the slots of removed orders for ever, so that it needs no expunging.
 */
final class TwoTablesMutant implements OrderMap {
    private final Lock mutex = new ReentrantLock();
    private volatile Read read = new Read(Map.of(), false);
    private Map<String, AtomicReference<@Nullable Order>> dirty = new HashMap<>();
    private int misses;
    private final Fault fault;

    TwoTablesMutant(Fault fault) {
        this.fault = fault;
    }

    @Override
    public @Nullable Order get(String id) {
        AtomicReference<@Nullable Order> slot = slot(id);
        return slot == null ? null : slot.get();
    }

    @Override
    public @Nullable Order put(Order order) {
        AtomicReference<@Nullable Order> slot = read.slots.get(order.id());
        if (slot != null) {
            return slot.getAndSet(order);
        }
        mutex.lock();
        try {
            slot = read.slots.get(order.id());
            if (slot == null) {
                amend();
                slot = dirty.computeIfAbsent(order.id(), _ -> new AtomicReference<>());
            }
            return slot.getAndSet(order);
        } finally {
            mutex.unlock();
        }
    }

    @Override
    public @Nullable Order replace(Order order) {
        AtomicReference<@Nullable Order> slot = slot(order.id());
        return slot == null ? null : slot.getAndUpdate(before -> before == null ? null : order);
    }

    @Override
    public @Nullable Order remove(String id) {
        AtomicReference<@Nullable Order> slot = slot(id);
        return slot == null ? null : slot.getAndSet(null);
    }

    private @Nullable AtomicReference<@Nullable Order> slot(String id) {
        Read seen = read;
        AtomicReference<@Nullable Order> slot = seen.slots.get(id);
        return slot == null && seen.amended ? slotBeyond(id) : slot;
    }

    private @Nullable AtomicReference<@Nullable Order> slotBeyond(String id) {
        boolean trusting = fault == Fault.TRUSTS_WHAT_IT_SAW;
        mutex.lock();
        try {
            AtomicReference<@Nullable Order> slot = trusting ? null : read.slots.get(id);
            if (slot == null && (trusting || read.amended)) {
                slot = dirty.get(id);
                misses++;
                if (misses >= dirty.size()) {
                    promote();
                }
            }
            return slot;
        } finally {
            mutex.unlock();
        }
    }

    private void amend() {
        if (!read.amended) {
            dirty = new HashMap<>(read.slots);
            read = new Read(read.slots, true);
        }
    }

    private void promote() {
        if (fault == Fault.PUBLISHES_BEFORE_FILLING) {
            Map<String, AtomicReference<@Nullable Order>> promoted = new HashMap<>();
            read = new Read(promoted, false);
            promoted.putAll(dirty);
        } else {
            read = new Read(dirty, false);
        }
        dirty = new HashMap<>();
        misses = 0;
    }

    @Override
    public void walk(Walk walk) {
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
        mutex.lock();
        try {
            if (read.amended) {
                promote();
            }
            return new ArrayList<>(read.slots.keySet());
        } finally {
            mutex.unlock();
        }
    }

    @Override
    public long size() {
        return ids().stream().filter(id -> get(id) != null).count();
    }

    private record Read(Map<String, AtomicReference<@Nullable Order>> slots, boolean amended) {}

    /** What is wrong with the tables. */
    enum Fault {
        NONE, PUBLISHES_BEFORE_FILLING, TRUSTS_WHAT_IT_SAW
    }
}
