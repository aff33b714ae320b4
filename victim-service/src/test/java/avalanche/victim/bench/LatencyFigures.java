package avalanche.victim.bench;

import avalanche.victim.bench.LatencyRow.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one cell taken together: the percentiles are medians of the rounds', the longest is that of all.
 *
 * @param cell which
 * @param rounds its rows
 */
record LatencyFigures(Cell cell, List<LatencyRow> rounds) {
    /** One of each cell, in the order of the rows. */
    static Map<Cell, LatencyFigures> of(List<LatencyRow> rows) {
        Map<Cell, LatencyFigures> figures = new LinkedHashMap<>();
        for (LatencyRow row : rows) {
            figures.computeIfAbsent(row.cell(), cell -> new LatencyFigures(cell, new ArrayList<>())).rounds.add(row);
        }
        return figures;
    }

    double median(ToLongFunction<LatencyRow> figure) {
        return Medians.of(rounds.stream().map(figure::applyAsLong).toList());
    }

    long max() {
        return rounds.stream().mapToLong(LatencyRow::max).max().orElseThrow();
    }

    /** How many of a thousand writes had not ended when their round did. */
    double unfinishedPerMille() {
        return 1_000.0 * rounds.stream().mapToLong(LatencyRow::unfinished).sum() / rounds.stream().mapToLong(
                LatencyRow::writes).sum();
    }

    /** Whether the figures are less than the times really were. */
    boolean isLowerBound() {
        return rounds.stream().anyMatch(round -> round.unfinished() > 0);
    }

    double meanCallbackNanos() {
        return Medians.of(rounds.stream().map(LatencyRow::meanCallbackNanos).toList());
    }

    long walks() {
        return rounds.stream().mapToLong(LatencyRow::walks).sum();
    }

    /** A figure in relation to the other one's in the rounds that both came in. */
    Relation relationTo(@Nullable LatencyFigures other, ToLongFunction<LatencyRow> figure) {
        if (other == null) {
            return Relation.UNKNOWN;
        }
        Map<Integer, Long> others = other.rounds.stream().collect(Collectors.toMap(LatencyRow::round,
                figure::applyAsLong));
        List<Double> ofRounds = rounds.stream().filter(row -> others.containsKey(row.round())).map(row -> figure
                .applyAsLong(row) / (double) others.getOrDefault(row.round(), 0L)).toList();
        return ofRounds.isEmpty() ? Relation.UNKNOWN : Relation.of(ofRounds);
    }
}
