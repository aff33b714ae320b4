package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.bench.MeteringBenchmark.Counting;
import avalanche.victim.bench.Results.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final Environment ENVIRONMENT = new Environment("2026-01-02T03:04:00Z", "short", "mvn verify",
            "a processor", 2, 24_000, "Linux 6", "a JDK 25", List.of("-Xmx2g"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsWhereWhenAndHowEachPartWasMeasuredAndWhichWasNot() throws IOException {
        Results results = new Results(folder);
        results.write(Part.THROUGHPUT, new Measured<>(ENVIRONMENT, List.of(new ThroughputRow("concurrent", "readOnly",
                800, 2, List.of(40e6, 41e6, 39e6, 20e6, 80e6)), new ThroughputRow("locked", "readOnly", 800, 2, List.of(
                        10e6)))));
        String page = new Page(results).render();
        assertThat(page).contains("Measured 2026-01-02T03:04:00Z, mode `short`, by `mvn verify` on a processor, "
                + "2 processors, 24 000 MiB, Linux 6; a JDK 25, `-Xmx2g`.",
                "2 threads together, median of the iterations, in one JVM, in 5 where a goal judges them; × is the median "
                        + "of the rounds' relations.",
                "| `locked` | 10.0 M | 0.25 × |",
                "## Memory\n\nNot measured.");
    }

    @Test
    void warnsOfTheFiguresOfASmokeRun() throws IOException {
        Results results = new Results(folder);
        Environment smoke = new Environment("2026-01-02T03:04:00Z", "smoke", "mvn verify", "a processor", 2, 24_000,
                "Linux 6", "a JDK 25", List.of());
        results.write(Part.SNAPSHOT, new Measured<SnapshotRow>(ENVIRONMENT, List.of()));
        assertThat(new Page(results).render()).doesNotContain("smoke run");
        results.write(Part.SNAPSHOT, new Measured<SnapshotRow>(smoke, List.of()));
        assertThat(new Page(results).render()).contains("From a smoke run");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Results results = new Results(folder);
        Measured<LatencyRow> measured = new Measured<>(ENVIRONMENT, List.of(new LatencyRow("snapshot", 800, 0, 1, 2, 3,
                1,
                4, 5, 6, 7, 7, 8, 9.5, true)));
        results.write(Part.LATENCY, measured);
        assertThat(results.read(Part.LATENCY, LatencyRow.class)).isEqualTo(measured);
        assertThat(results.read(Part.MEMORY, MemoryRow.class)).isNull();
    }

    @Test
    void memoryIsToldPerEntryBesideTheOrders() {
        assertThat(MemorySection.render(List.of(new MemoryRow("locked", 800, 32_000, 80_000)))).contains(
                "| `locked` | 40.0 B |", "| the orders themselves, with their ids | 100.0 B |");
    }

    @Test
    void aSnapshotIsToldBesideWhatTheWalkSeesAndTheCopyOfAHashMap() {
        assertThat(new SnapshotSection(List.of(new SnapshotRow("locked", SnapshotRow.BEGUN, 800, 120, 16),
                new SnapshotRow("locked", SnapshotRow.AFTER_A_NEW_KEY, 800, 400, 160), new SnapshotRow(
                        SnapshotRow.COPY, SnapshotRow.COPY, 800, 9_000, 40_000))).render()).contains(
                                "| `locked` | instant, stops writers | 120 ns | 16.0 B | 400 ns | 160 B |",
                                "| a HashMap copied |  | 9.00 µs | 40.0 kB |");
    }

    @Test
    void thePostMortemIsJudgedByTheMediansOfTheRounds() {
        List<PostMortemRow> rows = List.of(round("locked", 0, 8e6), round("locked", 1, 30e6), round("locked", 2, 12e6),
                round("dual-map", 0, 2e3), round("segmented", 0, 1e6));
        assertThat(new PostMortemSection(rows, 2).render()).contains("Every write replaces an order:",
                "| `locked` | 1.00 k | 100 ns | 12.0 ms |", "here it is 12.0 ms / 2.00 µs / 1.00 ms, 12.0 : 1, on 2");
    }

    @Test
    void countingIsToldBesideTheBareMap() {
        assertThat(new MeteringSection(List.of(new MeteringRow(Counting.NONE, 4_200, 20, 0), new MeteringRow(
                Counting.ONE,
                4_200, 24, 0), new MeteringRow(Counting.OPERATIONS, 4_200, 25, 0.004))).render()).contains(
                        "| 4 200 | 20.0 ns | 24.0 ns | -17 % | 25.0 ns | -20 % | 0.00 |");
    }

    private static PostMortemRow round(String map, int round, double p99) {
        return new PostMortemRow(map, 0, round, 10_000, 1_000_000, 1_000, 100, (long) p99, (long) p99);
    }
}
