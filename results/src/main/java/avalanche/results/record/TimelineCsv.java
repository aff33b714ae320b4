package avalanche.results.record;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's timelines as one table, RFC 4180 with a header. Columns: {@code run} (control or incident), {@code
 * second}, {@code phase}; for each group of requests <i>g</i> (the kinds by name, then {@code writes} and {@code all})
 * <i>g</i>{@code _planned}, {@code _sent}, {@code _ok}, {@code _failed_by_status}, {@code _timed_out}, {@code
 * _refused}, {@code _connection_lost}, then {@code _response_} and {@code _service_} each with {@code p50_ms}, {@code
 * p90_ms}, {@code p99_ms}, {@code p999_ms}, {@code max_ms}; {@code lateness_p99_ms}; then the vitals: {@link #VITALS}.
 * A cell is empty where there is no value: no request ended, or the service did not answer.
 */
public final class TimelineCsv {
    /** The columns of the service's own view, in order. */
    public static final List<String> VITALS = List.of("life", "uptime_ms", "in_flight", "waiters", "longest_wait_ms",
            "holders", "entries", "walks_running", "longest_walk_ms", "walks_ended", "walk_mean_ms", "walk_p50_ms",
            "walk_max_ms", "heap_used_bytes", "heap_max_bytes", "resident_bytes", "cpu_share", "gc_count", "gc_ms",
            "replicas", "replicas_silent");

    private static final List<String> COUNTS = List.of("planned", "sent", "ok", "failed_by_status", "timed_out",
            "refused", "connection_lost");
    private static final List<String> TIMES = List.of("p50_ms", "p90_ms", "p99_ms", "p999_ms", "max_ms");
    private static final List<String> LAST = List.of(Second.WRITES, Second.ALL);

    private TimelineCsv() {}

    public static String write(RunRecord runRecord) {
        List<String> groups = runRecord.runs().stream().flatMap(run -> run.seconds().stream()).flatMap(second -> second
                .traffic().keySet().stream()).distinct().sorted(Comparator.<String>comparingInt(LAST::indexOf)
                        .thenComparing(Comparator.naturalOrder())).toList();
        StringBuilder csv = new StringBuilder();
        line(csv, header(groups));
        for (Run run : runRecord.runs()) {
            run.seconds().forEach(second -> line(csv, row(run, second, groups)));
        }
        return csv.toString();
    }

    private static List<String> header(List<String> groups) {
        List<String> cells = new ArrayList<>(List.of("run", "second", "phase"));
        for (String group : groups) {
            COUNTS.forEach(count -> cells.add(group + "_" + count));
            TIMES.forEach(time -> cells.add(group + "_response_" + time));
            TIMES.forEach(time -> cells.add(group + "_service_" + time));
        }
        cells.add("lateness_p99_ms");
        cells.addAll(VITALS);
        return cells;
    }

    private static List<String> row(Run run, Second second, List<String> groups) {
        List<String> cells = new ArrayList<>(List.of(run.role().id(), Integer.toString(second.second()), second
                .phase()));
        groups.forEach(group -> traffic(cells, second.traffic(), group));
        cells.add(second.lateness().isEmpty() ? "" : number(second.lateness().p99()));
        vitals(cells, second.vitals());
        return cells;
    }

    private static void traffic(List<String> cells, Map<String, Second.Traffic> rows, String group) {
        Second.Traffic traffic = rows.get(group);
        if (traffic == null) {
            blank(cells, COUNTS.size() + 2 * TIMES.size());
            return;
        }
        Counts counts = traffic.counts();
        long byStatus = counts.failedByStatus().values().stream().mapToLong(Long::longValue).sum();
        numbers(cells, counts.planned(), counts.sent(), counts.ok(), byStatus, counts.timedOut(), counts.refused(),
                counts.connectionLost());
        times(cells, traffic.response());
        times(cells, traffic.service());
    }

    private static void times(List<String> cells, Quantiles times) {
        if (times.isEmpty()) {
            blank(cells, TIMES.size());
        } else {
            numbers(cells, times.p50(), times.p90(), times.p99(), times.p999(), times.max());
        }
    }

    private static void vitals(List<String> cells, @Nullable Vitals vitals) {
        if (vitals == null) {
            blank(cells, VITALS.size());
            return;
        }
        numbers(cells, vitals.life(), vitals.uptimeMillis(), vitals.inFlight(), vitals.waiters(), vitals
                .longestWaitMillis(), vitals.holders(), vitals.entries(), vitals.traversalsRunning(), vitals
                        .longestTraversalMillis());
        Quantiles walks = vitals.traversals();
        numbers(cells, walks.count());
        if (walks.isEmpty()) {
            blank(cells, 3);
        } else {
            numbers(cells, walks.mean(), walks.p50(), walks.max());
        }
        numbers(cells, vitals.heapUsedBytes(), vitals.heapMaxBytes(), vitals.residentBytes(), vitals.cpuShare(), vitals
                .gcCount(), vitals.gcMillis(), vitals.replicas(), vitals.silent());
    }

    private static void numbers(List<String> cells, Number... numbers) {
        for (Number number : numbers) {
            cells.add(number(number));
        }
    }

    private static void blank(List<String> cells, int count) {
        for (int i = 0; i < count; i++) {
            cells.add("");
        }
    }

    /** Whole numbers plain, others to four decimals. */
    private static String number(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value)
                ? Long.toString(number.longValue())
                : Double.toString(Math.round(value * 1e4) / 1e4);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells.stream().map(TimelineCsv::quoted).toList())).append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
