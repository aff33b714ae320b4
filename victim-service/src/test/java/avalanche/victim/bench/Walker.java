package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.concurrent.locks.LockSupport;

/** Walks one map again and again until it is stopped, and parks at each order. */
final class Walker implements Runnable, OrderMap.Walk {
    private final Variant variant;
    private final OrderMap map;
    private final long callbackNanos;
    private volatile boolean stopped;
    private long walks;
    private long visits;
    private long parkedNanos;

    Walker(Variant variant, OrderMap map, long callbackNanos) {
        this.variant = variant;
        this.map = map;
        this.callbackNanos = callbackNanos;
    }

    @Override
    public void run() {
        while (!stopped) {
            variant.walk(map, this);
            walks++;
        }
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void begins() {}

    @Override
    public boolean visit(Order order) {
        visits++;
        if (callbackNanos > 0) {
            long from = System.nanoTime();
            LockSupport.parkNanos(callbackNanos);
            parkedNanos += System.nanoTime() - from;
        }
        return !stopped;
    }

    @Override
    public void stretchEnds() {}

    /** How many walks were begun; to be asked once the thread has ended. */
    long walks() {
        return walks;
    }

    /** How long a callback really took on average, in nanoseconds; to be asked once the thread has ended. */
    double meanCallbackNanos() {
        return visits == 0 ? 0 : (double) parkedNanos / visits;
    }
}
