package avalanche.victim.map;

import java.util.List;

/**
 * What a lock says of itself at one moment.
 *
 * @param waiters how many threads wait for it
 * @param longestWaitNanos how long the one that came first has waited, 0 where none waits
 * @param acquisitions how often it was acquired
 * @param contended how many acquisitions had to wait
 * @param holders who holds it; a lock held for reading may have many
 * @param waitNanos the cumulative histogram of the waits, 0 for an acquisition that did not wait, encoded
 * @param holdNanos the cumulative histogram of how long it was held, encoded
 */
public record LockReport(int waiters, long longestWaitNanos, long acquisitions, long contended, List<Holder> holders,
        String waitNanos, String holdNanos) {
    public LockReport {
        holders = List.copyOf(holders);
    }

    /** A thread that holds the lock, what for, and since how long. */
    public record Holder(String thread, String doing, long heldNanos) {}
}
