package avalanche.victim.traversal;

import avalanche.victim.fault.Waiting;

/** A clock that only waiting and the test move. */
final class FakeClock implements Waiting {
    private long now = -5_000_000_000L;
    private long oversleepNanos;
    private int yields;
    private Runnable onYield = () -> {};

    void oversleeps(long nanos) {
        oversleepNanos = nanos;
    }

    /** Runs something each time the processor is given away. */
    void onYield(Runnable something) {
        onYield = something;
    }

    void passes(long nanos) {
        now += nanos;
    }

    int yields() {
        return yields;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void park(long nanos) {
        now += nanos + oversleepNanos;
    }

    @Override
    public void spin(long nanos) {
        now += nanos;
    }

    @Override
    public void giveWay() {
        yields++;
        onYield.run();
    }
}
