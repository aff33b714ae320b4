package avalanche.victim.bench;

import avalanche.victim.bench.Results.Measured;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of all results in the folder, of whichever runs they are. */
final class Page {
    private final Results results;

    Page(Results results) {
        this.results = results;
    }

    String render() throws IOException {
        Measured<ThroughputRow> throughput = results.read(Part.THROUGHPUT, ThroughputRow.class);
        Measured<LatencyRow> latency = results.read(Part.LATENCY, LatencyRow.class);
        Measured<SnapshotRow> snapshot = results.read(Part.SNAPSHOT, SnapshotRow.class);
        Measured<MemoryRow> memory = results.read(Part.MEMORY, MemoryRow.class);
        Measured<PostMortemRow> postMortem = results.read(Part.POST_MORTEM, PostMortemRow.class);
        Measured<MeteringRow> metering = results.read(Part.METERING, MeteringRow.class);
        return """
                # The maps, measured

                What each part measures, and how, stands in [the benchmark](../../../docs/benchmark.md). Written by the benchmark: edit nothing here.
                Relations (×) are to `concurrent` in the same run.

                """
                + "## Goals\n\n" + warning(latency, snapshot, throughput) + new GoalsSection(rows(latency), rows(
                        snapshot), rows(throughput)).render()
                + section("Writes while a walk runs", latency, measured -> new LatencySection(measured.rows()).render())
                + section("Throughput", throughput, measured -> new ThroughputSection(measured.rows()).render())
                + section("Beginning a walk", snapshot, measured -> new SnapshotSection(measured.rows()).render())
                + section("Memory", memory, measured -> MemorySection.render(measured.rows()))
                + section("The post-mortem's comparison", postMortem, measured -> new PostMortemSection(measured
                        .rows(), measured.environment().processors()).render())
                + section("Counting the operations", metering, measured -> new MeteringSection(measured.rows())
                        .render());
    }

    private static String warning(@Nullable Measured<?>... of) {
        return Arrays.stream(of).anyMatch(measured -> measured != null && measured.environment().mode().equals("smoke"))
                ? "**From a smoke run, which shows that all runs: its figures mean nothing.**\n\n"
                : "";
    }

    private static <R> List<R> rows(@Nullable Measured<R> measured) {
        return measured == null ? List.of() : measured.rows();
    }

    private static <R> String section(String title, @Nullable Measured<R> measured,
            Function<Measured<R>, String> render) {
        String body = measured == null ? "Not measured.\n" : origin(measured.environment()) + render.apply(measured);
        return "\n## " + title + "\n\n" + body;
    }

    private static String origin(Environment environment) {
        return """
                Measured %s, mode `%s`, by `%s` on %s, %d processors, %s MiB, %s; %s, `%s`.

                """.formatted(environment.date(), environment.mode(), environment.command(), environment.processor(),
                environment.processors(), Figures.count(environment.memoryMiB()), environment.system(), environment
                        .jdk(), String.join(" ", environment.flags()));
    }
}
