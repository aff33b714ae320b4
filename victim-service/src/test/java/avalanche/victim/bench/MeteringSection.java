package avalanche.victim.bench;

import java.util.List;
import java.util.Locale;

/** What counting the map's operations costs a read: a row for each size. */
final class MeteringSection {
    private final List<MeteringRow> rows;

    MeteringSection(List<MeteringRow> rows) {
        this.rows = rows;
    }

    String render() {
        Table table = new Table(List.of("entries", "bare", "counted", "throughput",
                "bytes allocated by a counted read"));
        rows.stream().map(MeteringRow::size).distinct().sorted().forEach(size -> table.row(List.of(Figures.count(size),
                Figures.time(row(false, size).nanos()), Figures.time(row(true, size).nanos()), change(size), String
                        .format(
                                Locale.ROOT, "%.2f", row(true, size).bytes()))));
        return """
                Processor time of a read of a present key of `concurrent`, one thread, as it is and with `victim.metrics.map-operations`.

                """
                + table.render();
    }

    private String change(int size) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * (row(false, size).nanos() / row(true, size).nanos() - 1));
    }

    private MeteringRow row(boolean counted, int size) {
        return rows.stream().filter(row -> row.counted() == counted && row.size() == size).findFirst().orElseThrow(
                () -> new IllegalStateException("no row of " + size + " entries, counted: " + counted));
    }
}
