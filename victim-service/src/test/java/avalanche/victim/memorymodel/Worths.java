package avalanche.victim.memorymodel;

import avalanche.victim.map.OrderMap.Walk;
import avalanche.victim.order.Order;

/** A walk that notes what the two orders are worth, and how often each is visited. */
final class Worths implements Walk {
    static final String FIRST = "first";
    static final String SECOND = "second";

    private int first = Subject.NONE;
    private int second = Subject.NONE;
    private int visits;

    @Override
    public void begins() {}

    @Override
    public boolean visit(Order order) {
        visits++;
        if (order.id().equals(FIRST)) {
            first = order.items();
        } else {
            second = order.items();
        }
        return true;
    }

    @Override
    public void stretchEnds() {}

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    /** Whether each order was visited once, and no other. */
    boolean eachOnce() {
        return visits == 2 && first != Subject.NONE && second != Subject.NONE;
    }
}
