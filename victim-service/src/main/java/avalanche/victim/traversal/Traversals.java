package avalanche.victim.traversal;

import avalanche.victim.map.OrderMap;
import avalanche.victim.measure.CumulativeHistogram;
import avalanche.victim.order.Order;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The walks over the map in its natural way, and the book of how many run and how long they take. */
public final class Traversals {
    private final OrderMap map;
    private final LongSupplier nanos;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final LongAdder completed = new LongAdder();
    private final CumulativeHistogram durations = new CumulativeHistogram(3);

    /** Walks over that map, timed by a monotonic clock. */
    public Traversals(OrderMap map, LongSupplier nanos) {
        this.map = map;
        this.nanos = nanos;
    }

    /**
     * Visits every order; only a walk that came to its end counts as completed.
     *
     * @param stretchEnds run after the last order of each stretch walked under one lock, which is still held
     */
    public void walk(Consumer<Order> visitor, Runnable stretchEnds) {
        Running walk = new Running(visitor, stretchEnds);
        try {
            map.walk(walk);
            completed.increment();
            durations.record(nanos.getAsLong() - walk.sinceNanos);
        } finally {
            running.remove(walk);
        }
    }

    /** How many walks run; one that waits for its lock does not. */
    public int running() {
        return running.size();
    }

    /** How many walks came to their end. */
    public long completed() {
        return completed.sum();
    }

    /** The book at this moment. */
    public Report report() {
        long now = nanos.getAsLong();
        int count = 0;
        long longest = 0;
        for (Running walk : running) {
            count++;
            longest = Math.max(longest, now - walk.sinceNanos);
        }
        return new Report(count, longest, completed.sum(), durations.encoded());
    }

    /** How many walks run, how long the first of them has run, how many completed, and how long those took, encoded. */
    public record Report(int running, long longestRunningNanos, long completed, String durationNanos) {}

    private final class Running implements OrderMap.Walk {
        private final Consumer<Order> visitor;
        private final Runnable stretchEnds;
        private long sinceNanos;

        private Running(Consumer<Order> visitor, Runnable stretchEnds) {
            this.visitor = visitor;
            this.stretchEnds = stretchEnds;
        }

        @Override
        public void begins() {
            sinceNanos = nanos.getAsLong();
            running.add(this);
        }

        @Override
        public boolean visit(Order order) {
            visitor.accept(order);
            return true;
        }

        @Override
        public void stretchEnds() {
            stretchEnds.run();
        }
    }
}
