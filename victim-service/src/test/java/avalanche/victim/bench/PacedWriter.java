package avalanche.victim.bench;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * A single writer of an open workload: response times count from the instant that a write was due, so that a write which
 * waits does not hide the ones behind it.
 *
 * <p>
 * It spins until a write is due, because a thread that sleeps wakes up later than many a write takes. Where it is kept from
 * spinning, with nothing to write, past the instant that a write was due, and no heap was collected meanwhile, that was
 * the machine and no map: such writes are told a second time, from the instant at which it went on.
 */
final class PacedWriter {
    private static final long LONGEST_NANOS = 600_000_000_000L;
    /** From one look at the clock to the next; a spin takes some tens of nanoseconds. */
    private static final long KEPT_NANOS = 500;

    private final LongSupplier nanos;
    private final LongSupplier collections;
    private final Histogram responses = new Histogram(LONGEST_NANOS, 3);
    private final Histogram own = new Histogram(LONGEST_NANOS, 3);
    private long wentOn = Long.MIN_VALUE;
    private long kept;

    /** @param collections how often the heap was collected so far: such a pause is the map's that allocated */
    PacedWriter(LongSupplier nanos, LongSupplier collections) {
        this.nanos = nanos;
        this.collections = collections;
    }

    /** What is written. */
    interface Writes {
        /** Nothing. */
        Writes NONE = new Writes() {
            @Override
            public void write(int number) {}

            @Override
            public void tidy(int number) {}
        };

        /** The write of that number, which is measured. */
        void write(int number);

        /** What follows from it, unmeasured but for the delay that it causes to the next one. */
        void tidy(int number);
    }

    /**
     * Response times of one run, in nanoseconds.
     *
     * @param responses of all writes; the unfinished ones count with the time from their due instant to the cutoff,
     *        which is less than they would have taken
     * @param own the same, without the time for which the machine kept an idle writer from a write that was due
     * @param unfinished how many of them had not ended at the cutoff
     * @param kept how many the machine kept the writer from
     */
    record Written(Histogram responses, Histogram own, long unfinished, long kept) {}

    Written run(Schedule schedule, Writes writes) {
        for (int write = 0; write < schedule.writes(); write++) {
            long due = schedule.due(write);
            awaitDue(due);
            long from = ownFrom(due);
            writes.write(write);
            long ended = nanos.getAsLong();
            if (ended > schedule.cutoff()) {
                return cutOff(schedule, write);
            }
            responses.recordValue(ended - due);
            own.recordValue(ended - from);
            writes.tidy(write);
        }
        return new Written(responses, own, 0, kept);
    }

    private Written cutOff(Schedule schedule, int firstUnfinished) {
        for (int write = firstUnfinished; write < schedule.writes(); write++) {
            long waited = schedule.cutoff() - schedule.due(write);
            responses.recordValue(waited);
            own.recordValue(waited);
        }
        return new Written(responses, own, schedule.writes() - firstUnfinished, kept);
    }

    private long ownFrom(long due) {
        if (due >= wentOn) {
            return due;
        }
        kept++;
        return wentOn;
    }

    private void awaitDue(long due) {
        long before = nanos.getAsLong();
        if (before >= due) {
            return;
        }
        long collected = collections.getAsLong();
        long now = before;
        while (now < due) {
            Thread.onSpinWait();
            before = now;
            now = nanos.getAsLong();
        }
        if (now - before > KEPT_NANOS && collections.getAsLong() == collected) {
            wentOn = now;
        }
    }
}
