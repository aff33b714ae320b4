package avalanche.victim.map.mutant;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Slots that are read without a lock and written under a spin lock of their own, with a fault in how an
 * order is published.
 *
 * <p>
 * It keeps the slots of removed orders for ever.
 */
final class SpinLockMutant implements OrderMap {
    private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
    private final Fault fault;

    SpinLockMutant(Fault fault) {
        this.fault = fault;
    }

    @Override
    public @Nullable Order get(String id) {
        Slot slot = slots.get(id);
        return slot == null ? null : slot.get();
    }

    @Override
    public @Nullable Order put(Order order) {
        Slot slot = slots.get(order.id());
        if (slot == null) {
            slot = slots.computeIfAbsent(order.id(), _ -> new Slot(fault));
        }
        return slot.exchange(order, false);
    }

    @Override
    public @Nullable Order replace(Order order) {
        Slot slot = slots.get(order.id());
        return slot == null ? null : slot.exchange(order, true);
    }

    @Override
    public @Nullable Order remove(String id) {
        Slot slot = slots.get(id);
        return slot == null ? null : slot.exchange(null, true);
    }

    @Override
    public void walk(Walk walk) {
        walk.begins();
        for (Slot slot : slots.values()) {
            Order order = slot.get();
            if (order != null && !walk.visit(order)) {
                break;
            }
        }
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        return slots.keySet().stream().filter(id -> get(id) != null).toList();
    }

    @Override
    public long size() {
        return ids().size();
    }

    /** A lock let go of by a mere release is a lock still: what is written under it is seen by whoever takes it next. */
    private static final class Slot {
        private final AtomicBoolean locked = new AtomicBoolean();
        private final AtomicReference<@Nullable Order> order = new AtomicReference<>();
        private final Fault fault;

        Slot(Fault fault) {
            this.fault = fault;
        }

        @Nullable
        Order get() {
            return order.get();
        }

        @Nullable
        Order exchange(@Nullable Order instead, boolean onlyWhereOneIs) {
            while (!locked.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
            Order before = order.get();
            if (before != null || !onlyWhereOneIs) {
                publish(instead);
            }
            locked.setRelease(false);
            return before;
        }

        private void publish(@Nullable Order instead) {
            if (fault == Fault.PUBLISHES_LAZILY) {
                order.setRelease(instead);
            } else {
                order.set(instead);
            }
        }
    }

    /** What is wrong with how an order is published. */
    enum Fault {
        NONE, PUBLISHES_LAZILY
    }
}
