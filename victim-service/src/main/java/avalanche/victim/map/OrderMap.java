package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A thread-safe map from an order's id to the order. */
public interface OrderMap {
    /** The order, or null where there is none. */
    @Nullable
    Order get(String id);

    /** Keeps the order under its id; answers the one that stood there before, or null. */
    @Nullable
    Order put(Order order);

    /** Keeps the order only where one stands under its id; answers that one, or null and nothing is kept. */
    @Nullable
    Order replace(Order order);

    /** Takes the order out; answers it, or null where there was none. */
    @Nullable
    Order remove(String id);

    /**
     * Visits every order that is there through the whole walk exactly once, on the calling thread.
     *
     * <p>
     * What the visitor throws ends the walk, gives back its lock and reaches the caller.
     */
    void walk(Walk walk);

    /** How many orders there are; never waits for a lock. */
    long size();

    /** What the map's lock says of itself, or null where there is no lock; never waits for it. */
    @Nullable
    LockReport lock();

    /** The strategy's own gauges by name; never waits for a lock. */
    Map<String, Long> internals();

    /** One walk over the map. */
    interface Walk {
        /** Called once, when the walk may begin: its lock is held, where it needs one. */
        void begins();

        /** Called for each order. */
        void visit(Order order);

        /** Called after the last order of each stretch walked under one lock, which is still held. */
        void stretchEnds();
    }
}
