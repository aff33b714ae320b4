package avalanche.victim.bench;

import avalanche.victim.bench.LatencyRow.Cell;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Response times of writes: a table for each size and callback, a row for each map and way to walk it. */
final class LatencySection {
    private final List<LatencyRow> rows;
    private final Map<Cell, LatencyFigures> figures;

    LatencySection(List<LatencyRow> rows) {
        this.rows = rows;
        figures = LatencyFigures.of(rows);
    }

    String render() {
        StringBuilder text = new StringBuilder(explanation());
        for (int size : rows.stream().map(LatencyRow::size).distinct().toList()) {
            rows.stream().filter(row -> row.size() == size).map(LatencyRow::callbackMicros).distinct().sorted().forEach(
                    callback -> text.append("\n").append(title(size, callback)).append("\n\n").append(table(size,
                            callback)));
        }
        return text.toString();
    }

    private String explanation() {
        boolean pinned = rows.stream().allMatch(LatencyRow::pinned);
        return "One writer, half of its writes with new keys, from the instant each was due; " + (pinned
                ? "writer and walker on a processor of their own"
                : "**writer and walker shared processors: too few were there to keep them apart**")
                + ". " + kept() + "Percentiles are medians of " + rounds()
                + ", the longest is that of all; `≥` where "
                + "writes had not ended when their round did.\n";
    }

    private String kept() {
        double share = 100.0 * rows.stream().mapToLong(LatencyRow::kept).sum() / rows.stream().mapToLong(
                LatencyRow::writes).sum();
        return String.format(Locale.ROOT, "The machine kept the writer from %.1f %% of its writes while it was idle; "
                + "the p99 of its own is without that. ", share);
    }

    private String rounds() {
        IntSummaryStatistics rounds = figures.values().stream().mapToInt(cell -> cell.rounds().size())
                .summaryStatistics();
        if (rounds.getMin() < rounds.getMax()) {
            return rounds(rounds.getMin()) + ", of " + rounds.getMax() + " where a goal judges them";
        }
        return rounds(rounds.getMax());
    }

    private static String rounds(int number) {
        return number + (number == 1 ? " round" : " rounds");
    }

    private static String title(int size, int callbackMicros) {
        String walk = switch (callbackMicros) {
            case LatencyRow.NO_WALK -> "no walk";
            case 0 -> "walks without a callback";
            default -> "walks with a callback of " + Figures.time(callbackMicros * 1_000.0);
        };
        return Figures.count(size) + " entries, " + walk + ":";
    }

    private String table(int size, int callbackMicros) {
        Table table = new Table(List.of("map", "p50", "p99", "", "p99 of its own", "", "p99.9", "longest", "unfinished",
                "walks",
                "callback"));
        LatencyFigures reference = figures.get(new Cell(Maps.REFERENCE, size, callbackMicros));
        figures.forEach((cell, each) -> {
            if (cell.size() == size && cell.callbackMicros() == callbackMicros) {
                table.row(cells(each, reference));
            }
        });
        return table.render();
    }

    private static List<String> cells(LatencyFigures each, @Nullable LatencyFigures reference) {
        String sign = each.isLowerBound() ? "≥ " : "";
        List<String> cells = new ArrayList<>(List.of("`" + each.cell().variant() + "`"));
        cells.add(sign + Figures.time(each.median(LatencyRow::p50)));
        cells.add(sign + Figures.time(each.median(LatencyRow::p99)));
        cells.add(sign + Figures.ratio(each.relationTo(reference, LatencyRow::p99).median()));
        cells.add(sign + Figures.time(each.median(LatencyRow::ownP99)));
        cells.add(sign + Figures.ratio(each.relationTo(reference, LatencyRow::ownP99).median()));
        cells.add(sign + Figures.time(each.median(LatencyRow::p999)));
        cells.add(sign + Figures.time((double) each.max()));
        cells.add(each.isLowerBound() ? String.format(Locale.ROOT, "%.1f %%", each.unfinishedPerMille() / 10) : "");
        cells.add(each.cell().walked() ? Figures.count(each.walks()) : "");
        cells.add(each.meanCallbackNanos() > 0 ? Figures.time(each.meanCallbackNanos()) : "");
        return cells;
    }
}
