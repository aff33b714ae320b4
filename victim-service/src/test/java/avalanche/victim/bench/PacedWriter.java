package avalanche.victim.bench;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * A single writer of an open workload: response times count from the instant that a write was due, so that a write which
 * waits does not hide the ones behind it.
 *
 * <p>
 * It spins until a write is due, because a thread that sleeps wakes up later than many a write takes.
 */
final class PacedWriter {
    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final LongSupplier nanos;
    private final Histogram responses = new Histogram(LONGEST_NANOS, 3);

    PacedWriter(LongSupplier nanos) {
        this.nanos = nanos;
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
     * @param unfinished how many of them had not ended at the cutoff
     */
    record Written(Histogram responses, long unfinished) {}

    Written run(Schedule schedule, Writes writes) {
        for (int write = 0; write < schedule.writes(); write++) {
            long due = schedule.due(write);
            awaitDue(due);
            writes.write(write);
            long ended = nanos.getAsLong();
            if (ended > schedule.cutoff()) {
                return cutOff(schedule, write);
            }
            responses.recordValue(ended - due);
            writes.tidy(write);
        }
        return new Written(responses, 0);
    }

    private Written cutOff(Schedule schedule, int firstUnfinished) {
        for (int write = firstUnfinished; write < schedule.writes(); write++) {
            responses.recordValue(schedule.cutoff() - schedule.due(write));
        }
        return new Written(responses, schedule.writes() - firstUnfinished);
    }

    private void awaitDue(long due) {
        while (nanos.getAsLong() < due) {
            Thread.onSpinWait();
        }
    }
}
