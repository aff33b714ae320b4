package avalanche.victim.traversal;

import avalanche.victim.order.Order;

/** What is done with each order of a walk: the callback. */
public interface Visitor {
    /** Called for each order; false ends the walk. */
    boolean visit(Order order);

    /** Called after the last order of each stretch walked under one lock, which is still held. */
    default void stretchEnds() {}
}
