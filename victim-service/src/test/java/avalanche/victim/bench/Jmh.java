package avalanche.victim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The parts that JMH measures, and what is taken over from its results. */
final class Jmh {
    /** Another JMH on the machine disturbs the figures, but not the question whether all runs. */
    private static final List<String> UNLOCKED = List.of("-Djmh.ignoreLock=true");

    private final Request request;
    private final Results results;
    private final Path generated;

    Jmh(Request request, Results results, Path generated) {
        this.request = request;
        this.results = results;
        this.generated = generated;
    }

    /** All cells, then those that a goal judges in further JVMs, round by round, so that what else the machine does hits them alike. */
    List<ThroughputRow> throughput() throws IOException {
        List<JsonNode> cells = new ArrayList<>(throughput("", "", request.maps()));
        for (int round = 2; round <= request.scale().judgedForks(); round++) {
            for (String mix : GoalsSection.judgedMixes()) {
                List<String> maps = request.maps().stream().filter(map -> GoalsSection.judgesThroughput(map, mix))
                        .toList();
                if (!maps.isEmpty()) {
                    cells.addAll(throughput("-" + mix + "-" + round, "." + mix, maps));
                }
            }
        }
        Map<ThroughputRow, List<Double>> ofCells = new LinkedHashMap<>();
        for (JsonNode cell : cells) {
            ThroughputRow empty = new ThroughputRow(text(cell, "map"), name(cell), number(cell, "size"), cell.get(
                    "threads").intValue(), List.of());
            ofCells.computeIfAbsent(empty, _ -> new ArrayList<>()).addAll(ofJvms(cell.get("primaryMetric")));
        }
        List<ThroughputRow> rows = new ArrayList<>();
        ofCells.forEach((cell, ofJvms) -> rows.add(new ThroughputRow(cell.map(), cell.mix(), cell.size(), cell
                .threads(),
                ofJvms)));
        return rows;
    }

    private List<JsonNode> throughput(String suffix, String benchmark, List<String> maps) throws IOException {
        return run(Part.THROUGHPUT, suffix, request.scale().throughput(), List.of("ThroughputBenchmark" + benchmark,
                "-p", "map=" + String.join(",", maps))).valueStream().toList();
    }

    /** The walks' beginnings, and for each size the copy of a HashMap. */
    List<SnapshotRow> snapshot() throws IOException {
        List<String> variants = Variant.of(request.maps()).stream().map(Variant::name).toList();
        JsonNode walks = run(Part.SNAPSHOT, request.scale().snapshot(), List.of("SnapshotBenchmark", "-p", "variant="
                + String.join(",", variants), "-e", "hashMapCopy", "-prof", "gc"));
        List<SnapshotRow> rows = new ArrayList<>(snapshotRows(walks));
        JsonNode copies = run(Part.SNAPSHOT, "-copy", request.scale().snapshot(), List.of("hashMapCopy", "-prof",
                "gc"));
        rows.addAll(snapshotRows(copies));
        return rows;
    }

    List<MeteringRow> metering() throws IOException {
        JsonNode cells = run(Part.METERING, request.scale().throughput(), List.of("MeteringBenchmark", "-prof", "gc"));
        return StreamSupport.stream(cells.spliterator(), false).map(cell -> new MeteringRow(MeteringBenchmark.Counting
                .valueOf(text(cell, "counting")), number(cell, "size"), Medians.of(cpuNanos(cell)), cell.get(
                        "secondaryMetrics").get(
                                "gc.alloc.rate.norm").get("score").doubleValue())).toList();
    }

    /** Processor time per operation of the iterations, from both per second of the wall clock. */
    private static List<Double> cpuNanos(JsonNode cell) {
        List<Double> operations = raw(cell.get("primaryMetric"));
        List<Double> nanos = raw(cell.get("secondaryMetrics").get("cpuNanos"));
        return IntStream.range(0, operations.size()).mapToObj(i -> nanos.get(i) / operations.get(i)).toList();
    }

    private static List<SnapshotRow> snapshotRows(JsonNode cells) {
        return StreamSupport.stream(cells.spliterator(), false).map(cell -> new SnapshotRow(name(cell).equals(
                SnapshotRow.COPY) ? SnapshotRow.COPY : text(cell, "variant"), name(cell), number(cell, "size"), Medians
                        .of(raw(cell.get("primaryMetric"))), cell.get("secondaryMetrics").get("gc.alloc.rate.norm").get(
                                "score")
                                .doubleValue())).toList();
    }

    private JsonNode run(Part part, Times times, List<String> what) throws IOException {
        return run(part, "", times, what);
    }

    private JsonNode run(Part part, String suffix, Times times, List<String> what) throws IOException {
        Path file = results.jmhFile(part.id() + suffix);
        List<String> arguments = new ArrayList<>(what);
        arguments.addAll(times.options());
        List<String> sizes = request.scale().sizes().stream().map(String::valueOf).toList();
        arguments.addAll(List.of("-p", "size=" + String.join(",", sizes), "-foe", "true", "-rf", "json", "-rff", file
                .toString()));
        Forks.jmh(generated, request.scale().figuresCount() ? List.of() : UNLOCKED, arguments);
        return Results.JSON.readTree(Files.readString(file));
    }

    private static String name(JsonNode cell) {
        String benchmark = cell.get("benchmark").stringValue();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private static String text(JsonNode cell, String parameter) {
        return cell.get("params").get(parameter).stringValue();
    }

    private static int number(JsonNode cell, String parameter) {
        return Integer.parseInt(text(cell, parameter));
    }

    /** The median of the iterations' scores, of each fork. */
    private static List<Double> ofJvms(JsonNode metric) {
        return metric.get("rawData").valueStream().map(fork -> Medians.of(fork.valueStream().map(JsonNode::doubleValue)
                .toList())).toList();
    }

    /** The iterations' scores, of all forks. */
    private static List<Double> raw(JsonNode metric) {
        List<Double> scores = new ArrayList<>();
        metric.get("rawData").forEach(fork -> fork.forEach(score -> scores.add(score
                .doubleValue())));
        return scores;
    }
}
