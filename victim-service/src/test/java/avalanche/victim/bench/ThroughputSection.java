package avalanche.victim.bench;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Operations a second: a table for each size, a row for each map, a column for each mix. */
final class ThroughputSection {
    private static final Map<String, String> MIXES = mixes();

    private final List<ThroughputRow> rows;

    ThroughputSection(List<ThroughputRow> rows) {
        this.rows = rows;
    }

    private static Map<String, String> mixes() {
        Map<String, String> mixes = new LinkedHashMap<>();
        mixes.put("readOnly", "reads");
        mixes.put("reads90", "90 / 10");
        mixes.put("reads50", "50 / 50");
        mixes.put("newKeys", "new keys");
        return mixes;
    }

    String render() {
        StringBuilder text = new StringBuilder();
        rows.stream().map(ThroughputRow::threads).findFirst().ifPresent(threads -> text.append(
                "Operations a second of ")
                .append(threads).append(" threads together, median of the iterations, ").append(forks()).append(
                        "; × is the median of the rounds' relations.\n"));
        rows.stream().map(ThroughputRow::size).distinct().sorted().forEach(size -> text.append("\n").append(Figures
                .count(size)).append(" entries:\n\n").append(table(size)));
        return text.toString();
    }

    private String forks() {
        IntSummaryStatistics forks = rows.stream().mapToInt(row -> row.ofJvms().size()).summaryStatistics();
        String least = forks.getMin() == 1 ? "in one JVM" : "in " + forks.getMin() + " JVMs";
        return forks.getMin() == forks.getMax() ? least : least + ", in " + forks.getMax()
                + " where a goal judges them";
    }

    private String table(int size) {
        List<String> heads = new ArrayList<>(List.of("map"));
        MIXES.values().forEach(mix -> heads.addAll(List.of(mix, "")));
        Table table = new Table(heads);
        Map<String, List<ThroughputRow>> byMap = rows.stream().filter(row -> row.size() == size).collect(Collectors
                .groupingBy(ThroughputRow::map, LinkedHashMap::new, Collectors.toList()));
        byMap.forEach((map, cells) -> table.row(cells(map, cells)));
        return table.render();
    }

    private List<String> cells(String map, List<ThroughputRow> ofMap) {
        List<String> cells = new ArrayList<>(List.of("`" + map + "`"));
        for (String mix : MIXES.keySet()) {
            ofMap.stream().filter(row -> row.mix().equals(mix)).findFirst().ifPresentOrElse(row -> cells.addAll(List.of(
                    Figures.rate(row.operationsPerSecond()), Figures.ratio(relation(rows, row).median()))), () -> cells
                            .addAll(List
                                    .of("", "")));
        }
        return cells;
    }

    /** The row's throughput in relation to the reference map's under the same mix and size. */
    static Relation relation(List<ThroughputRow> rows, ThroughputRow row) {
        return rows.stream().filter(other -> other.map().equals(Maps.REFERENCE) && other.mix().equals(row.mix())
                && other.size() == row.size()).map(row::relationTo).findFirst().orElse(Relation.UNKNOWN);
    }
}
