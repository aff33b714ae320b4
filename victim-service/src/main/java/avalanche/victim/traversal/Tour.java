package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk: it runs from when it begins, and knows what ended it. For the thread that walks. */
final class Tour implements OrderMap.Walk {
    private final Visitor visitor;
    private final @Nullable Checkpoint from;
    private final Cancellation cancellation;
    private final Waiting waiting;
    private final Set<Tour> running;
    private long sinceNanos;
    private Ending ending = Ending.COMPLETED;

    /**
     * A walk that has not begun.
     *
     * @param from where it goes on, null for a whole walk
     * @param running the walks that run; this one puts itself there
     */
    Tour(Visitor visitor, @Nullable Checkpoint from, Cancellation cancellation, Waiting waiting, Set<Tour> running) {
        this.visitor = visitor;
        this.from = from;
        this.cancellation = cancellation;
        this.waiting = waiting;
        this.running = running;
    }

    @Nullable
    Checkpoint from() {
        return from;
    }

    /** What ended it; only meaningful once it has. */
    Ending ending() {
        return ending;
    }

    /** When it began; only meaningful once it has. */
    long sinceNanos() {
        return sinceNanos;
    }

    @Override
    public void begins() {
        sinceNanos = waiting.nanos();
        running.add(this);
    }

    @Override
    public boolean visit(Order order) {
        return goesOn() && offer(order);
    }

    @Override
    public void stretchEnds() {
        visitor.stretchEnds();
    }

    /** Visits the order, also where the walk was cancelled; answers whether the walk goes on. */
    boolean offer(Order order) {
        boolean more = visitor.visit(order);
        if (!more) {
            ending = Ending.CALLER;
        }
        return more;
    }

    /** Waits until the clock says so; answers whether the walk goes on. */
    boolean awaits(long instant) {
        for (long left = instant - waiting.nanos(); goesOn() && left > 0; left = instant - waiting.nanos()) {
            waiting.park(left);
        }
        return goesOn();
    }

    /** Ends the walk. */
    void stop(Ending reason) {
        ending = reason;
    }

    private boolean goesOn() {
        if (ending == Ending.COMPLETED && cancellation.asked()) {
            ending = Ending.CANCELLED;
        }
        return ending == Ending.COMPLETED;
    }
}
