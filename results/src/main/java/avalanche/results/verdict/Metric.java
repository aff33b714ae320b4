package avalanche.results.verdict;

import static avalanche.results.verdict.Statistic.GROWTH;
import static avalanche.results.verdict.Statistic.MAX;
import static avalanche.results.verdict.Statistic.MEAN;
import static avalanche.results.verdict.Statistic.MIN;
import static avalanche.results.verdict.Statistic.P50;
import static avalanche.results.verdict.Statistic.P90;
import static avalanche.results.verdict.Statistic.P99;
import static avalanche.results.verdict.Statistic.P999;
import static avalanche.results.verdict.Statistic.TOTAL;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a symptom may speak of. Values from the service's own view come one a second: of seconds in which it did not answer there are none.
 */
public enum Metric {
    RESPONSE_TIME("response-time", Unit.MILLISECONDS, Source.TIMES,
            "time from the intended arrival to the end of a request"),
    SERVICE_TIME("service-time", Unit.MILLISECONDS, Source.TIMES, "time from the send to the end of a request"),
    FAILED_SHARE("failed-share", Unit.PERCENT, Source.COUNTS,
            "share of the requests that timed out or failed, of those that ended"),
    IN_FLIGHT("in-flight", Unit.COUNT, Source.VITALS, "requests inside the service"),
    WAITERS("waiters", Unit.COUNT, Source.VITALS, "threads that wait for the map's lock"),
    ENTRIES("entries", Unit.COUNT, Source.VITALS, "entries in the map"),
    TRAVERSAL_TIME("traversal-time", Unit.MILLISECONDS, Source.WALKS, "duration of a full walk over the map"),
    HEAP_USED("heap-used", Unit.PERCENT, Source.VITALS, "used heap, as a share of its limit"),
    CPU("cpu", Unit.PERCENT, Source.VITALS, "processor time, as a share of the processors the service may use"),
    MEMORY_DEATHS("memory-deaths", Unit.COUNT, Source.LIVES, "lives of the service that memory ended"),
    RESTARTS("restarts", Unit.COUNT, Source.LIVES, "lives that the platform started again and that became ready");

    /** Where a metric's values come from, and so which statistics mean something for it. */
    enum Source {
        TIMES, COUNTS, VITALS, WALKS, LIVES;

        Set<Statistic> statistics() {
            return switch (this) {
                case TIMES -> EnumSet.of(P50, P90, P99, P999, MEAN, MAX, MIN);
                case COUNTS -> EnumSet.of(TOTAL, MAX);
                case VITALS -> EnumSet.of(P50, P90, P99, MEAN, MAX, MIN, GROWTH);
                case WALKS -> EnumSet.of(P50, P90, P99, MEAN, MAX);
                case LIVES -> EnumSet.of(TOTAL);
            };
        }
    }

    /** What a metric is counted in. */
    public enum Unit {
        MILLISECONDS("ms"), PERCENT("%"), COUNT("");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    private final String id;
    private final Unit unit;
    private final Source source;
    private final String meaning;

    Metric(String id, Unit unit, Source source, String meaning) {
        this.id = id;
        this.unit = unit;
        this.source = source;
        this.meaning = meaning;
    }

    /** The name in incident files, in kebab case. */
    public String id() {
        return id;
    }

    public Unit unit() {
        return unit;
    }

    /** One line for documentation and reports. */
    public String meaning() {
        return meaning;
    }

    /** The statistics that mean something for this metric. */
    public Set<Statistic> statistics() {
        return source.statistics();
    }

    public boolean allows(Statistic statistic) {
        return source.statistics().contains(statistic);
    }

    /** Whether it is measured on requests, and so needs to be told on which. */
    public boolean ofRequests() {
        return source == Source.TIMES || source == Source.COUNTS;
    }

    Source source() {
        return source;
    }

    public static Optional<Metric> byId(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }
}
