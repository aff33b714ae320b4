package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.HashMap;
import java.util.Map;

/** What a walk saw: the items of each order by its id; an order seen twice is an error. */
final class SeenByWalk implements OrderMap.Walk {
    private final Map<String, Integer> items = new HashMap<>();
    private final Runnable atBegin;
    private final Runnable atFirst;

    private SeenByWalk(Runnable atBegin, Runnable atFirst) {
        this.atBegin = atBegin;
        this.atFirst = atFirst;
    }

    static Map<String, Integer> of(OrderMap map) {
        return duringBegin(map, () -> {});
    }

    /** Does something once the walk may begin, before it visits an order. */
    static Map<String, Integer> duringBegin(OrderMap map, Runnable meanwhile) {
        return seen(map, new SeenByWalk(meanwhile, () -> {}));
    }

    /** Does something within the walk's first callback. */
    static Map<String, Integer> duringFirst(OrderMap map, Runnable meanwhile) {
        return seen(map, new SeenByWalk(() -> {}, meanwhile));
    }

    private static Map<String, Integer> seen(OrderMap map, SeenByWalk walk) {
        map.walk(walk);
        return walk.items;
    }

    @Override
    public void begins() {
        atBegin.run();
    }

    @Override
    public boolean visit(Order order) {
        if (items.isEmpty()) {
            atFirst.run();
        }
        if (items.put(order.id(), order.items()) != null) {
            throw new AssertionError("seen twice: " + order);
        }
        return true;
    }

    @Override
    public void stretchEnds() {}
}
