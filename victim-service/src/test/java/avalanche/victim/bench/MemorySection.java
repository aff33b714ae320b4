package avalanche.victim.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bytes an entry: a row for each map, a column for each size. */
final class MemorySection {
    private MemorySection() {}

    static String render(List<MemoryRow> rows) {
        List<Integer> sizes = rows.stream().map(MemoryRow::size).distinct().sorted().toList();
        List<String> heads = new ArrayList<>(List.of("map"));
        sizes.forEach(size -> heads.add(Figures.count(size) + " entries"));
        Table table = new Table(heads);
        rows.stream().map(MemoryRow::map).distinct().forEach(map -> {
            List<String> cells = new ArrayList<>(List.of("`" + map + "`"));
            sizes.forEach(size -> cells.add(rows.stream().filter(row -> row.map().equals(map) && row.size() == size)
                    .map(
                            row -> perEntry(row.structurePerEntry())).findFirst().orElse("")));
            table.row(cells);
        });
        List<String> orders = new ArrayList<>(List.of("the orders themselves, with their ids"));
        sizes.forEach(size -> orders.add(rows.stream().filter(row -> row.size() == size).map(row -> perEntry(
                (double) row.orderBytes() / size)).findFirst().orElse("")));
        return "Bytes an entry takes in the map's structure, without the order and its id.\n\n" + table.row(orders)
                .render();
    }

    private static String perEntry(double bytes) {
        return String.format(Locale.ROOT, "%.1f B", bytes);
    }
}
