package avalanche.victim.fault;

import java.util.concurrent.locks.LockSupport;

/** The clock, and the two ways to let time pass. */
public interface Waiting {
    /** A monotonic clock, in nanoseconds. */
    long nanos();

    /** Gives the processor away for about so long, usually longer. */
    void park(long nanos);

    /** Keeps the processor busy for so long. */
    void spin(long nanos);

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
