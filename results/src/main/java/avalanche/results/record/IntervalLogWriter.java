package avalanche.results.record;

import avalanche.results.evidence.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes the histograms of a run while it goes on: {@code response.hlog}, {@code service.hlog} and {@code
 * lateness.hlog}, in HdrHistogram's log format, one line for each second and request kind, tagged with the kind.
 * Values are nanoseconds; the column of largest values is in milliseconds.
 */
public final class IntervalLogWriter implements Consumer<Interval>, AutoCloseable {
    private final LogFile response;
    private final LogFile service;
    private final LogFile lateness;

    /**
     * Creates the files.
     *
     * @param folder an existing folder
     * @param startedAt wall-clock instant of second 0
     * @throws RecordException where they cannot be created
     */
    public IntervalLogWriter(Path folder, Instant startedAt) {
        response = new LogFile(folder.resolve(IntervalLog.RESPONSE), startedAt,
                "response time from the intended arrival, nanoseconds, by request kind");
        service = new LogFile(folder.resolve(IntervalLog.SERVICE), startedAt,
                "service time from the send, nanoseconds, by request kind");
        lateness = new LogFile(folder.resolve(IntervalLog.LATENESS), startedAt,
                "lateness of the send after the intended arrival, nanoseconds");
    }

    /**
     * Writes one second. Seconds must ascend.
     *
     * @throws RecordException where the disk is full or gone
     */
    @Override
    public void accept(Interval interval) {
        new TreeMap<>(interval.kinds()).forEach((kind, of) -> {
            if (of.response().getTotalCount() > 0) {
                response.write(interval.second(), kind, of.response());
            }
            if (of.service().getTotalCount() > 0) {
                service.write(interval.second(), kind, of.service());
            }
        });
        if (interval.lateness().getTotalCount() > 0) {
            lateness.write(interval.second(), null, interval.lateness());
        }
    }

    @Override
    public void close() {
        try (response; service; lateness) {
            return;
        }
    }
}
