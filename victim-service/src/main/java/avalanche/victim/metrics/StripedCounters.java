package avalanche.victim.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Some counters that many threads add to: each is kept in several stripes that share no cache line, and a thread adds to
 * the stripe of its id. No addition is lost.
 *
 * <p>
 * A {@link java.util.concurrent.atomic.LongAdder} takes its stripe from a probe that a fresh thread does not have yet, and
 * a request's virtual thread is always fresh; an id is there from the beginning and consecutive ones differ.
 */
final class StripedCounters {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    /** Two cache lines, as processors fetch them in pairs. */
    private static final int PADDING = 16;
    private static final int MOST_STRIPES = 64;

    private final long[] cells;
    private final int widthBits;
    private final int mask;

    StripedCounters(int counters) {
        this(counters, Runtime.getRuntime().availableProcessors());
    }

    StripedCounters(int counters, int processors) {
        int stripes = Math.min(MOST_STRIPES, 4 * Integer.highestOneBit(processors));
        widthBits = Integer.SIZE - Integer.numberOfLeadingZeros(counters + PADDING - 1);
        mask = stripes - 1;
        cells = new long[PADDING + (stripes << widthBits)];
    }

    void increment(int counter) {
        int stripe = (int) Thread.currentThread().threadId() & mask;
        CELL.getAndAdd(cells, PADDING + (stripe << widthBits) + counter, 1L);
    }

    /** What was added so far; additions that happen meanwhile may or may not be in it. */
    long sum(int counter) {
        long sum = 0;
        for (int stripe = 0; stripe <= mask; stripe++) {
            sum += (long) CELL.getVolatile(cells, PADDING + (stripe << widthBits) + counter);
        }
        return sum;
    }
}
