package avalanche.victim.bench;

import avalanche.victim.bench.MeteringBenchmark.Counting;
import java.util.List;
import java.util.Locale;

/** What counting the map's operations costs a read: a row for each size. */
final class MeteringSection {
    private final List<MeteringRow> rows;

    MeteringSection(List<MeteringRow> rows) {
        this.rows = rows;
    }

    String render() {
        Table table = new Table(List.of("entries", "bare", "one exact counter", "throughput", "counted", "throughput",
                "bytes allocated by a counted read"));
        rows.stream().map(MeteringRow::size).distinct().sorted().forEach(size -> table.row(List.of(Figures.count(size),
                time(Counting.NONE, size), time(Counting.ONE, size), change(Counting.ONE, size), time(
                        Counting.OPERATIONS, size), change(Counting.OPERATIONS, size), String.format(Locale.ROOT,
                                "%.2f", row(Counting.OPERATIONS, size).bytes()))));
        return """
                Processor time of a read of a present key of `concurrent`, one thread: as it is, with one atomic addition to a counter of the thread's own,
                which is the least that an exact count takes, and with `victim.metrics.map-operations`.

                """
                + table.render();
    }

    private String time(Counting counting, int size) {
        return Figures.time(row(counting, size).nanos());
    }

    private String change(Counting counting, int size) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * (row(Counting.NONE, size).nanos() / row(counting, size)
                .nanos() - 1));
    }

    private MeteringRow row(Counting counting, int size) {
        return rows.stream().filter(row -> row.counting() == counting && row.size() == size).findFirst().orElseThrow(
                () -> new IllegalStateException("no row of " + size + " entries, counting: " + counting));
    }
}
