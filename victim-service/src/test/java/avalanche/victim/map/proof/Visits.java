package avalanche.victim.map.proof;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A walk that keeps what it visits, stretch by stretch, and checks that it is led as a walk is to be led. */
final class Visits implements OrderMap.Walk {
    private final Predicate<Order> visitor;
    private final List<Order> all = new ArrayList<>();
    private final List<List<Order>> stretches = new ArrayList<>();
    private List<Order> stretch = new ArrayList<>();
    private int begun;
    private boolean stopped;

    private Visits(Predicate<Order> visitor) {
        this.visitor = visitor;
    }

    /** A walk over everything. */
    static Visits all() {
        return new Visits(_ -> true);
    }

    /** A walk that has enough after so many orders, at least 1. */
    static Visits atMost(int orders) {
        Visits[] walk = new Visits[1];
        walk[0] = new Visits(_ -> walk[0].all.size() < orders);
        return walk[0];
    }

    /** A walk that asks the visitor whether it goes on. */
    static Visits by(Predicate<Order> visitor) {
        return new Visits(visitor);
    }

    @Override
    public void begins() {
        begun++;
    }

    @Override
    public boolean visit(Order order) {
        if (stopped) {
            throw new AssertionError("visited " + order.id() + " although the walk had enough");
        }
        all.add(order);
        stretch.add(order);
        stopped = !visitor.test(order);
        return !stopped;
    }

    @Override
    public void stretchEnds() {
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
        stretch = new ArrayList<>();
    }

    List<Order> orders() {
        return all;
    }

    /** The orders of each stretch that had any; all of them, once the walk is over. */
    List<List<Order>> stretches() {
        return stretches;
    }

    int begun() {
        return begun;
    }

    boolean stopped() {
        return stopped;
    }
}
