package avalanche.results.report;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import avalanche.results.record.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The numbers that the charts draw: a column per line, an element per second, null where nothing was observed. */
final class ChartData {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChartData() {}

    /** JSON that is safe inside a script element. */
    static String json(RunRecord record) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("theory", record.judgement().theory());
        data.put("runs", record.runs().stream().map(ChartData::run).toList());
        return JSON.writeValueAsString(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static Map<String, @Nullable Object> run(Run run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("role", run.role().id());
        json.put("end", end(run));
        json.put("phases", run.phases());
        json.put("lives", run.lives().stream().map(life -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("number", life.number());
            one.put("started", life.startedSecond());
            one.put("ready", life.readySecond());
            one.put("ended", life.endedSecond());
            one.put("ending", life.ending().words());
            one.put("death", life.ending().isDeath());
            return one;
        }).toList());
        json.put("faults", run.receipts());
        json.put("intervention", intervention(run.intervention()));
        json.put("lines", lines(run));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> intervention(@Nullable Intervention ordered) {
        if (ordered == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", ordered.name());
        json.put("ordered", ordered.orderedSecond());
        json.put("done", ordered.doneSecond());
        return json;
    }

    /** After the last second of the traffic, and after the last thing that became of the service. */
    private static int end(Run run) {
        int seen = run.seconds().isEmpty() ? 0 : run.seconds().getLast().second() + 1;
        int planned = run.phases().isEmpty() ? 0 : run.phases().getLast().toSecond();
        double lived = run.lives().stream().flatMap(life -> Stream.of(life.readySecond(), life.endedSecond())).filter(
                Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        return Math.max(Math.max(seen, planned), (int) Math.ceil(lived));
    }

    private static Map<String, List<@Nullable Number>> lines(Run run) {
        Map<Integer, Second> bySecond = run.seconds().stream().collect(Collectors.toMap(Second::second, s -> s));
        Map<String, List<@Nullable Number>> lines = new LinkedHashMap<>();
        Columns columns = (name, value) -> lines.put(name, IntStream.range(0, end(run))
                .<@Nullable Number>mapToObj(second -> {
                    Second at = bySecond.get(second);
                    return at == null ? null : value.apply(at);
                }).collect(Collectors.toList()));
        traffic(columns);
        vitals(columns);
        return lines;
    }

    /** Takes one column by its name. */
    private interface Columns {
        void put(String name, Function<Second, @Nullable Number> value);
    }

    private static void traffic(Columns columns) {
        columns.put("writesP50", second -> quantile(second, Second.WRITES, Quantiles::p50));
        columns.put("writesP99", second -> quantile(second, Second.WRITES, Quantiles::p99));
        columns.put("allP50", second -> quantile(second, Second.ALL, Quantiles::p50));
        columns.put("allP99", second -> quantile(second, Second.ALL, Quantiles::p99));
        columns.put("ok", second -> count(second, Counts::ok));
        columns.put("failed", second -> count(second,
                counts -> counts.failed() - counts.timedOut() - counts.refused() - counts.connectionLost()));
        columns.put("timedOut", second -> count(second, Counts::timedOut));
        columns.put("refused", second -> count(second, Counts::refused));
        columns.put("lost", second -> count(second, Counts::connectionLost));
    }

    private static void vitals(Columns columns) {
        columns.put("inFlight", second -> vital(second, Vitals::inFlight));
        columns.put("waiters", second -> vital(second, Vitals::waiters));
        columns.put("entries", second -> vital(second, Vitals::entries));
        columns.put("walkP50", second -> vital(second, v -> v.traversals().isEmpty() ? null : v.traversals().p50()));
        columns.put("walkMax", second -> vital(second, v -> v.traversals().isEmpty() ? null : v.traversals().max()));
        columns.put("walkRunning", second -> vital(second,
                v -> v.traversalsRunning() == 0 ? null : v.longestTraversalMillis()));
        columns.put("heap", second -> vital(second, Vitals::heapUsedBytes));
        columns.put("heapMax", second -> vital(second, Vitals::heapMaxBytes));
        columns.put("resident", second -> vital(second, Vitals::residentBytes));
        columns.put("replicas", second -> vital(second, Vitals::replicas));
        columns.put("cpu", second -> vital(second, v -> v.cpuShare() * 100));
    }

    private static @Nullable Number quantile(Second second, String kind, Function<Quantiles, Double> of) {
        Second.Traffic traffic = second.traffic().get(kind);
        return traffic == null || traffic.response().isEmpty() ? null : of.apply(traffic.response());
    }

    private static @Nullable Number count(Second second, Function<Counts, Long> of) {
        Second.Traffic traffic = second.traffic().get(Second.ALL);
        return traffic == null ? null : of.apply(traffic.counts());
    }

    private static @Nullable Number vital(Second second, Function<Vitals, @Nullable Number> of) {
        Vitals vitals = second.vitals();
        return vitals == null ? null : of.apply(vitals);
    }
}
