package avalanche.scenarios.cli;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for one second of a run: where it is, and what it does. */
final class StatusLine {
    private static final double MEBIBYTE = 1 << 20;

    private StatusLine() {}

    /** Where the run is: phase, elapsed and remaining time. */
    static String position(Second second, List<PhaseSpan> phases) {
        int end = phases.getLast().toSecond();
        int elapsed = Math.min(second.second() + 1, end);
        return "%-9s %s of %s, %s left".formatted(second.phase(), clock(elapsed), clock(end), clock(end - elapsed));
    }

    /** What the run does: arrivals, write P99, in flight, entries, walk, heap. */
    static String readings(Second second) {
        Second.@Nullable Traffic all = second.traffic().get(Second.ALL);
        Second.@Nullable Traffic writes = second.traffic().get(Second.WRITES);
        Vitals vitals = second.vitals();
        String arrivals = all == null ? "-" : "%d/s".formatted(all.counts().sent());
        String p99 = writes == null || writes.response().isEmpty() ? "-" : millis(writes.response().p99());
        if (vitals == null) {
            return "arrivals %-7s write p99 %-8s the service does not answer".formatted(arrivals, p99);
        }
        return "arrivals %-7s write p99 %-8s in flight %-7s entries %-7s walk %-8s heap %s of %s MiB".formatted(
                arrivals, p99,
                count(vitals.inFlight()), count(vitals.entries()), walk(vitals), mebibytes(vitals.heapUsedBytes()),
                mebibytes(vitals.heapMaxBytes()));
    }

    private static String walk(Vitals vitals) {
        double millis = vitals.traversals().isEmpty() ? vitals.longestTraversalMillis() : vitals.traversals().p50();
        return millis == 0 ? "-" : millis(millis);
    }

    /** A duration, in seconds from one second on. */
    static String millis(double millis) {
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis >= 10 ? "%.0f ms" : "%.1f ms", millis);
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / MEBIBYTE);
    }

    private static String clock(int seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
