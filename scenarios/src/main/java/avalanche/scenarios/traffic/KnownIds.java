package avalanche.scenarios.traffic;

import java.util.SplittableRandom;

/**
 * The ids of orders that this injector created, oldest first, up to a bound: beyond it the oldest are forgotten. Deletes take from the old
 * end and readers look into the newer half, so that they do not race for the same order.
 */
final class KnownIds {
    /** An id that no service gives out: requests for it, while nothing is known yet, are answered with 404. */
    static final String NOBODY = "0";

    private final String[] ring;
    private final SplittableRandom random;
    private long oldest;
    private long next;

    KnownIds(int capacity, long seed) {
        ring = new String[capacity];
        random = new SplittableRandom(seed);
    }

    synchronized void add(String id) {
        ring[(int) (next++ % ring.length)] = id;
        oldest = Math.max(oldest, next - ring.length);
    }

    /** Removes and returns the oldest. */
    synchronized String takeOldest() {
        return oldest == next ? NOBODY : ring[(int) (oldest++ % ring.length)];
    }

    /** One of the newer half, at random. */
    synchronized String pickRecent() {
        if (oldest == next) {
            return NOBODY;
        }
        return ring[(int) (random.nextLong(oldest + (next - oldest) / 2, next) % ring.length)];
    }
}
