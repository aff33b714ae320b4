package avalanche.victim.bench;

import avalanche.victim.map.Guarantees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What it takes until a walk can begin: a table for each size, a row for each map and way to walk it. */
final class SnapshotSection {
    private final List<SnapshotRow> rows;

    SnapshotSection(List<SnapshotRow> rows) {
        this.rows = rows;
    }

    String render() {
        StringBuilder text = new StringBuilder(
                """
                        A walk that ends at its first order. After a new key: a key put, another one removed and the walk begun, which is where a map pays that copies \
                        on demand. Only what sees one instant and stops no writer is a snapshot in the sense of this page; the last row is what one costs without a map's help.
                        """);
        rows.stream().map(SnapshotRow::size).distinct().sorted().forEach(size -> text.append("\n").append(Figures.count(
                size)).append(" entries:\n\n").append(table(size)));
        return text.toString();
    }

    private String table(int size) {
        Table table = new Table(List.of("map", "sees", "at rest", "bytes", "after a new key", "bytes"));
        rows.stream().filter(row -> row.size() == size && !row.variant().equals(SnapshotRow.COPY)).map(
                SnapshotRow::variant).distinct().forEach(variant -> {
                    List<String> cells = new ArrayList<>(List.of("`" + variant + "`", sees(Variant.named(variant))));
                    cells.addAll(figures(variant, SnapshotRow.BEGUN, size));
                    cells.addAll(figures(variant, SnapshotRow.AFTER_A_NEW_KEY, size));
                    table.row(cells);
                });
        List<String> copy = new ArrayList<>(List.of("a HashMap copied", ""));
        copy.addAll(figures(SnapshotRow.COPY, SnapshotRow.COPY, size));
        copy.addAll(List.of("", ""));
        return table.row(copy).render();
    }

    /** What the natural walk promises, or what is known of another way. */
    private static String sees(Variant variant) {
        Guarantees promised = variant.provider().guarantees();
        return switch (variant.way()) {
            case NATURAL -> promised.consistency().name().toLowerCase(Locale.ROOT).replace('_', ' ') + (promised
                    .stopsWriters() ? ", stops writers" : "");
            case COPIED -> "a copy";
            case HELD -> "stops writers";
        };
    }

    private List<String> figures(String variant, String what, int size) {
        Optional<SnapshotRow> found = rows.stream().filter(row -> row.variant().equals(variant) && row.what().equals(
                what) && row.size() == size).findFirst();
        return found.map(row -> List.of(Figures.time(row.nanos()), Figures.bytes(row.bytes()))).orElse(List.of("", ""));
    }
}
