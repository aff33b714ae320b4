package avalanche.results.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

/**
 * Puts a run's timeline together while the run goes on. Histograms are summarised and handed on at once, so that what
 * is held grows with the length of the run and never with the number of requests. Safe for use by several threads.
 */
public final class TimelineBuilder {
    /** The phase of seconds that follow the last phase, in which the last requests end. */
    public static final String DRAIN = "drain";

    private static final int DIGITS = 3;
    private static final int NOT_FOUND = 404;
    /** What the service has whatever orders are in its map: it answers them with 404 never. */
    private static final List<String> ALWAYS_THERE = List.of("create", "export");

    private final List<PhaseSpan> phases;
    private final Consumer<Interval> log;
    private final Map<Integer, Map<String, Second.Traffic>> traffic = new TreeMap<>();
    private final Map<Integer, Quantiles> late = new TreeMap<>();
    private final Map<Integer, Vitals> vitals = new TreeMap<>();
    private final Histogram lateness = new Histogram(DIGITS);
    private int last = -1;
    private long planned;
    private long sent;
    private long foreign;

    /**
     * @param phases the schedule's phases, in order
     * @param log takes each interval with its histograms, in ascending order, before it is forgotten
     */
    public TimelineBuilder(List<PhaseSpan> phases, Consumer<Interval> log) {
        this.phases = List.copyOf(phases);
        this.log = log;
    }

    /**
     * Adds what all injectors together did in one second.
     *
     * @throws IllegalArgumentException where the second does not come after those before
     */
    public synchronized void add(Interval interval) {
        if (interval.second() <= last) {
            throw new IllegalArgumentException("second is " + interval.second() + "; allowed: more than " + last
                    + ", the second added before");
        }
        log.accept(interval);
        last = interval.second();
        Map<String, Second.Traffic> rows = new TreeMap<>();
        interval.kinds().keySet().forEach(kind -> group(interval, kind, rows));
        if (!rows.isEmpty()) {
            group(interval, Second.WRITES, rows);
            Second.Traffic all = group(interval, Second.ALL, rows);
            planned += all.counts().planned();
            sent += all.counts().sent();
        }
        traffic.put(last, rows);
        late.put(last, Quantiles.ofNanos(interval.lateness()));
        lateness.add(interval.lateness());
        foreign += ALWAYS_THERE.stream().mapToLong(kind -> notFound(interval, kind)).sum();
    }

    private static long notFound(Interval interval, String kind) {
        Interval.OfKind of = interval.kinds().get(kind);
        return of == null ? 0 : of.counts().failedByStatus().getOrDefault(NOT_FOUND, 0L);
    }

    /**
     * Adds a sample of the service's own view. Of several in one second the last counts; one from before second 0 is
     * dropped, since it lies in no phase.
     */
    public synchronized void add(int second, Vitals sample) {
        if (second >= 0) {
            vitals.put(second, sample);
        }
    }

    /** The rows from second 0 to the last that anything was added for, without gaps. */
    public synchronized List<Second> seconds() {
        int end = Math.max(last, vitals.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1));
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second <= end; second++) {
            seconds.add(second(second));
        }
        return List.copyOf(seconds);
    }

    /** The row of one second, of what was added for it so far. */
    public synchronized Second second(int second) {
        return new Second(second, phase(second), traffic.getOrDefault(second, Map.of()), late.getOrDefault(second,
                Quantiles.EMPTY), vitals.get(second));
    }

    /** Seconds of the schedule, and of what followed it, for which no interval was added. */
    public synchronized List<Integer> missingSeconds() {
        int end = Math.max(last + 1, phases.stream().mapToInt(PhaseSpan::toSecond).max().orElse(0));
        return IntStream.range(0, end).filter(second -> !traffic.containsKey(second)).boxed().toList();
    }

    /** Lateness of every request so far, in nanoseconds; a copy. */
    public synchronized Histogram lateness() {
        return lateness.copy();
    }

    /** Arrivals in the schedule, of the seconds so far. */
    public synchronized long planned() {
        return planned;
    }

    /** Arrivals sent so far. */
    public synchronized long sent() {
        return sent;
    }

    /**
     * Requests so far that something else than the service answered: with 404 to what the service always has, creations
     * and exports. Whatever else that one answered is not told from the service's.
     */
    public synchronized long foreign() {
        return foreign;
    }

    private String phase(int second) {
        return phases.stream().filter(phase -> second >= phase.fromSecond() && second < phase.toSecond()).map(
                PhaseSpan::name).findFirst().orElse(DRAIN);
    }

    private static Second.Traffic group(Interval interval, String name, Map<String, Second.Traffic> rows) {
        Counts counts = Counts.NONE;
        Histogram response = new Histogram(DIGITS);
        Histogram service = new Histogram(DIGITS);
        for (Map.Entry<String, Interval.OfKind> kind : interval.kinds().entrySet()) {
            if (Second.counts(kind.getKey(), name)) {
                counts = counts.plus(kind.getValue().counts());
                response.add(kind.getValue().response());
                service.add(kind.getValue().service());
            }
        }
        Second.Traffic row = new Second.Traffic(counts, Quantiles.ofNanos(response), Quantiles.ofNanos(service));
        rows.put(name, row);
        return row;
    }
}
