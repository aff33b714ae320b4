package avalanche.victim.bench;

import org.HdrHistogram.Histogram;

/**
 * Response times of writes, from the instant each was due, in one round of one cell.
 *
 * @param variant the map and how it is walked, or {@value #NO_MAP}
 * @param size entries
 * @param callbackMicros the callback's delay in microseconds, or {@value #NO_WALK}
 * @param round from 0
 * @param writes how many were due
 * @param unfinished how many had not ended when the round did: they count with the time until then
 * @param kept how many the machine kept the idle writer from
 * @param p50 nanoseconds
 * @param p99 nanoseconds
 * @param p999 nanoseconds
 * @param max nanoseconds
 * @param ownP99 the 99th percentile without what the machine kept the idle writer from, in nanoseconds
 * @param walks how many walks were begun
 * @param meanCallbackNanos how long a callback really took
 * @param pinned whether writer and walker were kept on a processor of their own
 */
record LatencyRow(String variant, int size, int callbackMicros, int round, long writes, long unfinished, long kept,
        long p50, long p99, long p999, long max, long ownP99, long walks, double meanCallbackNanos, boolean pinned) {
    /** In the place of a map: what the measurement itself takes. */
    static final String NO_MAP = "(no map)";
    static final int NO_WALK = -1;

    static LatencyRow of(Cell cell, int round, CellRun.Outcome outcome) {
        Histogram responses = outcome.written().responses();
        return new LatencyRow(cell.variant(), cell.size(), cell.callbackMicros(), round, responses.getTotalCount(),
                outcome.written().unfinished(), outcome.written().kept(), responses.getValueAtPercentile(50), responses
                        .getValueAtPercentile(99),
                responses.getValueAtPercentile(99.9), responses.getMaxValue(), outcome.written().own()
                        .getValueAtPercentile(99), outcome.walks(), outcome
                                .meanCallbackNanos(), outcome.pinned());
    }

    Cell cell() {
        return new Cell(variant, size, callbackMicros);
    }

    /** What is measured in every round. */
    record Cell(String variant, int size, int callbackMicros) {
        boolean walked() {
            return callbackMicros != NO_WALK;
        }
    }
}
