package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;

/** A walk that offers its processor to others after every so many orders, whatever it holds meanwhile. */
final class YieldingWalk implements OrderMap.Walk {
    private final OrderMap.Walk walk;
    private final int batch;
    private final Waiting waiting;
    private int visited;

    YieldingWalk(OrderMap.Walk walk, int batch, Waiting waiting) {
        this.walk = walk;
        this.batch = batch;
        this.waiting = waiting;
    }

    @Override
    public void begins() {
        walk.begins();
    }

    @Override
    public boolean visit(Order order) {
        boolean more = walk.visit(order);
        visited++;
        if (more && visited % batch == 0) {
            waiting.giveWay();
        }
        return more;
    }

    @Override
    public void stretchEnds() {
        walk.stretchEnds();
    }
}
