package avalanche.victim.order;

import avalanche.victim.fault.Debt;
import avalanche.victim.fault.SlowCallback;
import avalanche.victim.traversal.Cancellation;
import avalanche.victim.traversal.PreparedWalk;
import avalanche.victim.traversal.Visitor;
import avalanche.victim.traversal.Walked;
import java.util.function.Predicate;

/** An export that is about to begin: a walk that is held up at each order by the callback. */
final class Export {
    private final PreparedWalk walk;
    private final SlowCallback callback;

    Export(PreparedWalk walk, SlowCallback callback) {
        this.walk = walk;
        this.callback = callback;
    }

    /** Whether it may stop before the end and give a checkpoint. */
    boolean resumable() {
        return walk.resumable();
    }

    /** Hands the orders to the consumer until it answers false, each within the callback: what the walk holds is held meanwhile. */
    Walked run(Predicate<Order> consumer) {
        Debt debt = callback.begin();
        return walk.walk(new Visitor() {
            @Override
            public boolean visit(Order order) {
                boolean more = consumer.test(order);
                debt.entry();
                return more;
            }

            @Override
            public void stretchEnds() {
                debt.pay();
            }
        }, new Cancellation());
    }
}
