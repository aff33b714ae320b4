package avalanche.results.verdict;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a symptom may speak of. */
public enum Metric {
    RESPONSE_TIME("response-time", Unit.MILLISECONDS,
            "time from the intended arrival to the end of a request"), SERVICE_TIME("service-time", Unit.MILLISECONDS,
                    "time from the send to the end of a request"), FAILED_SHARE("failed-share", Unit.PERCENT,
                            "share of the requests that timed out or failed, of those that ended"), IN_FLIGHT(
                                    "in-flight", Unit.COUNT, "requests inside the service"), WAITERS("waiters",
                                            Unit.COUNT, "threads that wait for the map's lock"), ENTRIES("entries",
                                                    Unit.COUNT, "entries in the map"), TRAVERSAL_TIME("traversal-time",
                                                            Unit.MILLISECONDS,
                                                            "duration of a full walk over the map"), HEAP_USED(
                                                                    "heap-used", Unit.PERCENT,
                                                                    "used heap, as a share of its limit"), CPU("cpu",
                                                                            Unit.PERCENT,
                                                                            "processor time, as a share of the processors the service may use"), MEMORY_DEATHS(
                                                                                    "memory-deaths", Unit.COUNT,
                                                                                    "lives of the service that memory ended"), RESTARTS(
                                                                                            "restarts", Unit.COUNT,
                                                                                            "lives that the platform started again and that became ready");

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
    private final String meaning;

    Metric(String id, Unit unit, String meaning) {
        this.id = id;
        this.unit = unit;
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

    /** Whether it is measured on requests, so that a symptom must say on which. */
    public boolean ofRequests() {
        return switch (this) {
            case RESPONSE_TIME, SERVICE_TIME, FAILED_SHARE -> true;
            case IN_FLIGHT, WAITERS, ENTRIES, TRAVERSAL_TIME, HEAP_USED, CPU, MEMORY_DEATHS, RESTARTS -> false;
        };
    }

    /** The statistics that mean something for this metric. */
    public Set<Statistic> statistics() {
        return switch (this) {
            case RESPONSE_TIME, SERVICE_TIME -> EnumSet.of(Statistic.P50, Statistic.P90, Statistic.P99, Statistic.P999,
                    Statistic.MEAN, Statistic.MAX, Statistic.MIN);
            case FAILED_SHARE -> EnumSet.of(Statistic.TOTAL, Statistic.MAX);
            case IN_FLIGHT, WAITERS, ENTRIES, HEAP_USED, CPU -> EnumSet.of(Statistic.P50, Statistic.P90, Statistic.P99,
                    Statistic.MEAN, Statistic.MAX, Statistic.MIN, Statistic.GROWTH);
            case TRAVERSAL_TIME -> EnumSet.of(Statistic.P50, Statistic.P90, Statistic.P99, Statistic.MEAN,
                    Statistic.MAX);
            case MEMORY_DEATHS, RESTARTS -> EnumSet.of(Statistic.TOTAL);
        };
    }

    public boolean allows(Statistic statistic) {
        return statistics().contains(statistic);
    }

    public static Optional<Metric> byId(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }
}
