package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import org.jspecify.annotations.Nullable;

/** A walk that ends at its first order. */
final class FirstOrder implements OrderMap.Walk {
    private @Nullable Order order;

    @Override
    public void begins() {}

    @Override
    public boolean visit(Order visited) {
        order = visited;
        return false;
    }

    @Override
    public void stretchEnds() {}

    /** The order, or null where there was none. */
    @Nullable
    Order order() {
        return order;
    }
}
