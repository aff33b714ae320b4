package avalanche.scenarios.traffic;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.RequestOutcome.Answered;
import avalanche.scenarios.traffic.RequestOutcome.Unanswered;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Outcomes and times of one kind of request while a second is open. Reused from second to second; guarded by its {@link Ledger}. */
final class Tally {
    /** Histograms resolve a microsecond and reach an hour, with three significant digits. */
    static final long LEAST_NANOS = 1_000;
    static final long MOST_NANOS = 3_600_000_000_000L;
    static final int DIGITS = 3;

    private final Histogram response = new Histogram(LEAST_NANOS, MOST_NANOS, DIGITS);
    private final Histogram service = new Histogram(LEAST_NANOS, MOST_NANOS, DIGITS);
    private final Map<Integer, Long> failedByStatus = new TreeMap<>();
    private long ok;
    private long timedOut;
    private long refused;
    private long lost;

    /** Counts an outcome; times of a refused connection are not recorded, since the service never saw it. */
    void ended(RequestOutcome outcome, long responseNanos, long serviceNanos) {
        switch (outcome) {
            case Answered(int status) -> {
                if (status < RequestOutcome.FIRST_FAILURE) {
                    ok++;
                } else {
                    failedByStatus.merge(status, 1L, Long::sum);
                }
            }
            case Unanswered.TIMED_OUT -> timedOut++;
            case Unanswered.REFUSED -> refused++;
            case Unanswered.LOST -> lost++;
        }
        if (outcome != Unanswered.REFUSED) {
            response.recordValue(responseNanos);
            service.recordValue(serviceNanos);
        }
    }

    /** What was counted; the histograms are this tally's own, valid until {@link #reset}. */
    Interval.OfKind view(long planned, long sent) {
        return new Interval.OfKind(new Counts(planned, sent, ok, failedByStatus, timedOut, refused, lost), response,
                service);
    }

    void reset() {
        response.reset();
        service.reset();
        failedByStatus.clear();
        ok = 0;
        timedOut = 0;
        refused = 0;
        lost = 0;
    }
}
