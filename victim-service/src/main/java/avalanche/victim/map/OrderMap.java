package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.List;
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
     * Visits the orders in the map's own way, on the calling thread: every order that is there through the whole walk
     * exactly once, none twice, until the walk says that it has enough.
     *
     * <p>
     * What the visitor throws ends the walk, gives back its lock and reaches the caller.
     */
    void walk(Walk walk);

    /**
     * The ids in the map, in no order, none twice: each that is there through the whole call is among them. No lock is
     * held once it answers.
     */
    List<String> ids();

    /** How many orders there are; never waits for a lock. */
    long size();

    /** The critical section that a walk can be kept in, or null where the map has none. */
    default @Nullable Section section() {
        return null;
    }

    /** What the map's lock says of itself, or null where there is no lock; never waits for it. */
    default @Nullable LockReport lock() {
        return null;
    }

    /** The strategy's own gauges by name; never waits for a lock. */
    default Map<String, Long> internals() {
        return Map.of();
    }

    /** One walk over the map. */
    interface Walk {
        /** Called once, when the walk may begin: its lock is held, where it needs one. */
        void begins();

        /** Called for each order; false ends the walk. */
        boolean visit(Order order);

        /** Called after the last order of each stretch walked under one lock, which is still held. */
        void stretchEnds();
    }

    /**
     * The critical section of a map, or its sections where it has several: what is visited in one is visited while its
     * lock is held.
     */
    interface Section {
        /**
         * Visits every order within the section, one section after another where there are several.
         *
         * @return whether the walk wants more
         */
        boolean walkHeld(Walk walk);

        /**
         * Copies the orders of a section within it and visits them outside, one section after another.
         *
         * @return whether the walk wants more
         */
        boolean walkCopied(Walk walk);

        /**
         * Visits those of the orders that are still there within their section, which is entered once for each run of
         * ids that belong to the same one; {@link OrderMap#ids()} lists them so.
         *
         * @return whether the walk wants more
         */
        boolean visitHeld(List<String> ids, Walk walk);

        /** Lets those in who wait for the section already; called while the caller holds nothing. */
        default void letWaitersIn() {}
    }
}
