package avalanche.victim.bench;

import avalanche.victim.bench.LatencyRow.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToLongFunction;

/** What the maps are asked to show, and whether they do. */
final class GoalsSection {
    /** Entries of the walked map that a goal judges. */
    static final int SIZE = 4_200;
    /** The callback of that walk. */
    static final int CALLBACK_MICROS = 1_000;

    /** The variants whose writes beside a walk a goal judges, with its bound in relation to the reference. */
    private static final SequencedMap<String, Double> WRITES = writes();
    /** By mix, the map whose throughput a goal relates to the reference. */
    private static final SortedMap<String, String> THROUGHPUT = new TreeMap<>(Map.of("reads50", "snapshot", "readOnly",
            "dual-map"));
    private static final int LARGE = 1_000_000;

    private final Map<Cell, LatencyFigures> latency;
    private final List<SnapshotRow> snapshot;
    private final List<ThroughputRow> throughput;

    GoalsSection(List<LatencyRow> latency, List<SnapshotRow> snapshot, List<ThroughputRow> throughput) {
        this.latency = LatencyFigures.of(latency);
        this.snapshot = snapshot;
        this.throughput = throughput;
    }

    /**
     * A bound, and what was measured.
     *
     * @param text what is asked
     * @param atMost whether the bound is an upper one
     * @param bound the bound
     * @param measured what was measured
     */
    record Goal(String text, boolean atMost, double bound, Relation measured) {
        /** Open, where the bound lies within what the rounds leave possible. */
        String outcome() {
            if (!measured.isKnown()) {
                return "not measured";
            }
            double worst = atMost ? measured.high() : measured.low();
            double best = atMost ? measured.low() : measured.high();
            if (keeps(worst)) {
                return "holds";
            }
            return keeps(best) ? "open" : "**does not hold**";
        }

        private boolean keeps(double relation) {
            return atMost ? relation <= bound : relation >= bound;
        }
    }

    String render() {
        Table table = new Table(List.of("goal", "bound", "measured", ""));
        for (Goal goal : goals()) {
            table.row(List.of(goal.text, (goal.atMost ? "≤ " : "≥ ") + Figures.ratio(goal.bound), goal.measured
                    .told(), goal.outcome()));
        }
        return table.render()
                + """

                        In brackets what the true relation lies between, as far as the rounds can tell (with a probability of 90 % or more). A goal is open where its bound lies between them, too: this
                        machine, at that time, did not decide it.
                        """;
    }

    List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        WRITES.forEach((variant, bound) -> goals.add(writes("p99", variant, bound, LatencyRow::p99)));
        WRITES.forEach((variant, bound) -> goals.add(writes("p99 of its own", variant, bound, LatencyRow::ownP99)));
        goals.add(new Goal("a HashMap of 1 000 000 copied : `snapshot` of as many taken right after a write", false,
                100, Relation.exactly(relation(snapshotNanos(SnapshotRow.COPY, SnapshotRow.COPY), snapshotNanos(
                        "snapshot",
                        SnapshotRow.AFTER_A_NEW_KEY), (copy, taken) -> copy / taken))));
        goals.add(new Goal("throughput at 50/50: `snapshot` : `concurrent`, the worst size", false, 0.5, worst(
                "snapshot", "reads50")));
        goals.add(new Goal("throughput of reads: `dual-map` : `concurrent`, the worst size", false, 0.8, worst(
                "dual-map", "readOnly")));
        return goals;
    }

    private static SequencedMap<String, Double> writes() {
        SequencedMap<String, Double> bounds = new LinkedHashMap<>();
        for (String variant : List.of("snapshot", "dual-map", "hash-trie")) {
            bounds.put(variant, 1.5);
        }
        bounds.put("segmented+copied", 2.0);
        return bounds;
    }

    /** Whether a goal compares the variant's writes beside a walk, or compares others to them. */
    static boolean judgesWrites(String variant) {
        return variant.equals(Maps.REFERENCE) || WRITES.containsKey(variant);
    }

    /** The mixes whose throughput a goal judges. */
    static Set<String> judgedMixes() {
        return Collections.unmodifiableSet(THROUGHPUT.keySet());
    }

    /** Whether a goal compares the map's throughput under a mix, or another's to it. */
    static boolean judgesThroughput(String map, String mix) {
        return map.equals(Maps.REFERENCE) || map.equals(THROUGHPUT.get(mix));
    }

    private Goal writes(String title, String variant, double bound, ToLongFunction<LatencyRow> figure) {
        LatencyFigures reference = latency.get(new Cell(Maps.REFERENCE, SIZE, CALLBACK_MICROS));
        LatencyFigures figures = latency.get(new Cell(variant, SIZE, CALLBACK_MICROS));
        return new Goal("write " + title + " during a walk of 4 200 entries at 1 ms: `" + variant + "` : `concurrent`",
                true,
                bound, figures == null ? Relation.UNKNOWN : figures.relationTo(reference, figure));
    }

    private OptionalDouble snapshotNanos(String variant, String what) {
        return snapshot.stream().filter(row -> row.variant().equals(variant) && row.what().equals(what) && row
                .size() == LARGE).mapToDouble(SnapshotRow::nanos).findFirst();
    }

    private Relation worst(String map, String mix) {
        return throughput.stream().filter(row -> row.map().equals(map) && row.mix().equals(mix)).map(
                row -> ThroughputSection.relation(throughput, row)).filter(Relation::isKnown).reduce(Relation::least)
                .orElse(Relation.UNKNOWN);
    }

    private static double relation(OptionalDouble one, OptionalDouble other, DoubleBinaryOperator relation) {
        return one.isPresent() && other.isPresent() ? relation.applyAsDouble(one.getAsDouble(), other.getAsDouble())
                : Double.NaN;
    }
}
