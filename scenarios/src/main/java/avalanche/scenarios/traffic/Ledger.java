package avalanche.scenarios.traffic;

import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was sent and what became of it, second by second. Two sets of tallies: requests are counted into one while the other is
 * written out. Its size depends on nothing but the number of kinds.
 *
 * <p>Counting takes a lock for some tens of nanoseconds; swapping takes it as briefly, so that a line being written delays no request.
 */
final class Ledger {
    /** How far ahead of the open second requests may be sent: lines are written late by less than this, or sends shift to later seconds. */
    private static final int SECONDS_AHEAD = 64;

    private final Map<Kind, long[]> sentAhead = new EnumMap<>(Kind.class);
    private Page open;
    private Page written;
    private int openSecond;
    private long sent;
    private long attempts;
    private long ended;
    private long clamped;

    private static final class Page {
        private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
        private final Histogram lateness = new Histogram(Tally.LEAST_NANOS, Tally.MOST_NANOS, Tally.DIGITS);

        Page(Set<Kind> kinds) {
            kinds.forEach(kind -> tallies.put(kind, new Tally()));
        }

        Tally of(Kind kind) {
            return known(tallies.get(kind), kind);
        }
    }

    /** Totals over the whole run. */
    record Totals(long sent, long attempts, long ended, long clamped) {}

    Ledger(Set<Kind> kinds) {
        kinds.forEach(kind -> sentAhead.put(kind, new long[SECONDS_AHEAD]));
        open = new Page(kinds);
        written = new Page(kinds);
    }

    /**
     * Counts a first attempt, in the second of its intended instant or, where that one's line is written already, in the open one.
     *
     * @throws IllegalStateException where it was sent before its instant
     */
    synchronized void sent(Arrival arrival, long latenessNanos) {
        if (latenessNanos < 0) {
            throw new IllegalStateException("arrival " + arrival.index() + " was sent " + -latenessNanos
                    + " ns before its instant; allowed: at it or later");
        }
        int second = Math.clamp(arrival.second(), openSecond, openSecond + SECONDS_AHEAD - 1);
        known(sentAhead.get(arrival.kind()), arrival.kind())[second % SECONDS_AHEAD]++;
        open.lateness.recordValue(clamp(latenessNanos));
        sent++;
        attempts++;
    }

    /** Counts a further attempt of an arrival that was sent before. */
    synchronized void sentAgain() {
        attempts++;
    }

    /** Counts an outcome in the open second. */
    synchronized void ended(Kind kind, RequestOutcome outcome, long responseNanos, long serviceNanos) {
        open.of(kind).ended(outcome, clamp(responseNanos), clamp(serviceNanos));
        ended++;
    }

    /**
     * Closes the open second and hands it out. Its histograms are valid during the call only.
     *
     * @param planned arrivals of each kind in it
     */
    void close(Map<Kind, Long> planned, Consumer<Interval> to) {
        Map<String, Interval.OfKind> ofKinds = new TreeMap<>();
        Page page;
        int second;
        synchronized (this) {
            page = open;
            open = written;
            written = page;
            second = openSecond++;
            for (Map.Entry<Kind, long[]> sentOf : sentAhead.entrySet()) {
                Kind kind = sentOf.getKey();
                long[] counts = sentOf.getValue();
                int slot = second % SECONDS_AHEAD;
                ofKinds.put(kind.id(), page.of(kind).view(planned.getOrDefault(kind, 0L), counts[slot]));
                counts[slot] = 0;
            }
        }
        to.accept(new Interval(second, ofKinds, page.lateness));
        page.tallies.values().forEach(Tally::reset);
        page.lateness.reset();
    }

    synchronized Totals totals() {
        return new Totals(sent, attempts, ended, clamped);
    }

    private static <T> T known(@Nullable T ofKind, Kind kind) {
        return Objects.requireNonNull(ofKind, () -> kind + " is no kind of this plan");
    }

    private long clamp(long nanos) {
        if (nanos > Tally.MOST_NANOS) {
            clamped++;
        }
        return Math.clamp(nanos, 0, Tally.MOST_NANOS);
    }
}
