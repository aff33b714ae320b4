package avalanche.victim.fault;

import java.util.concurrent.locks.LockSupport;

/** The clock, and the ways to let time pass. */
public interface Waiting {
    /** A monotonic clock, in nanoseconds. */
    long nanos();

    /** Gives the processor away for about so long, usually longer. */
    void park(long nanos);

    /** Keeps the processor busy for so long. */
    void spin(long nanos);

    /** Offers the processor to others; a hint that may do nothing. */
    @SuppressWarnings("ThreadPriorityCheck") // what it does is what is examined, not relied on
    default void giveWay() {
        Thread.yield();
    }

    /** The real clock. */
    Waiting REAL = new Waiting() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(nanos);
        }

        @Override
        public void spin(long nanos) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < nanos) {
                Thread.onSpinWait();
            }
        }
    };
}
