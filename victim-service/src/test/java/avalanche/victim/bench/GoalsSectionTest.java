package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.bench.GoalsSection.Goal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoalsSectionTest {
    /** Five rounds, all alike but for the last. */
    private static List<LatencyRow> writes(String variant, long p99, long last, long ownP99) {
        return IntStream.range(0, 5).mapToObj(round -> {
            long here = round == 4 ? last : p99;
            return new LatencyRow(variant, 4_200, 1_000, round, 10_000, 0, 0, 1, here, here, here, ownP99, 2, 1_070_000,
                    true);
        }).toList();
    }

    private static ThroughputRow throughput(String map, int size, Double... ofJvms) {
        return new ThroughputRow(map, "readOnly", size, 2, List.of(ofJvms));
    }

    @Test
    void relatesWritesToTheReferenceOfTheSameRounds() {
        List<Goal> goals = new GoalsSection(Stream.of(writes("concurrent", 1_000, 1_000, 100), writes("snapshot", 1_500,
                1_400, 200), writes("dual-map", 1_600, 1_700, 120), writes("segmented+copied", 1_900, 2_100, 190))
                .flatMap(List::stream).toList(), List.of(), List.of()).goals();
        assertThat(goals).extracting(Goal::outcome).startsWith("holds", "**does not hold**", "not measured", "open",
                "**does not hold**", "holds", "not measured", "holds");
        assertThat(goals.get(3).measured()).isEqualTo(new Relation(1.9, 1.9, 2.1));
    }

    @Test
    void twoRoundsDecideNothing() {
        List<LatencyRow> two = Stream.of(writes("concurrent", 1_000, 1_000, 100), writes("snapshot", 9_000, 9_000, 900))
                .flatMap(List::stream).filter(row -> row.round() < 2).toList();
        assertThat(new GoalsSection(two, List.of(), List.of()).goals().getFirst().outcome()).isEqualTo("open");
    }

    @Test
    void takesTheWorstSizeOfAThroughput() {
        List<Goal> goals = new GoalsSection(List.of(), List.of(), List.of(throughput("concurrent", 800, 100.0, 100.0,
                100.0, 100.0, 100.0), throughput("dual-map", 800, 90.0, 90.0, 60.0, 90.0, 90.0), throughput(
                        "concurrent", 4_200, 200.0, 200.0, 200.0, 200.0, 200.0), throughput("dual-map", 4_200, 140.0,
                                150.0, 130.0, 140.0, 158.0))).goals();
        assertThat(goals.getLast().measured()).isEqualTo(new Relation(0.7, 0.6, 0.79));
        assertThat(goals.getLast().outcome()).isEqualTo("**does not hold**");
    }

    @Test
    void relatesThroughputRoundByRound_asFarAsBothWereMeasured() {
        ThroughputRow reference = throughput("concurrent", 800, 100.0, 50.0, 200.0, 10.0);
        ThroughputRow slower = throughput("dual-map", 800, 90.0, 40.0, 190.0);
        assertThat(slower.relationTo(reference).median()).as("the median of 0.9, 0.8 and 0.95").isEqualTo(0.9);
        assertThat(slower.operationsPerSecond()).isEqualTo(90);
        assertThat(reference.operationsPerSecond()).isEqualTo(75);
    }

    @Test
    void relatesTheSnapshotOfAMillionToACopyOfAsMany() {
        List<Goal> goals = new GoalsSection(List.of(), List.of(new SnapshotRow(SnapshotRow.COPY, SnapshotRow.COPY,
                1_000_000, 50e6, 1), new SnapshotRow("snapshot", SnapshotRow.AFTER_A_NEW_KEY, 1_000_000, 500, 1),
                new SnapshotRow("snapshot", SnapshotRow.AFTER_A_NEW_KEY, 800, 5e9, 1)), List.of()).goals();
        assertThat(goals.get(8).measured()).isEqualTo(Relation.exactly(100_000));
        assertThat(goals.get(8).outcome()).isEqualTo("holds");
    }

    @Test
    void theReferenceIsMeasuredAsOftenAsWhatIsRelatedToIt() {
        assertThat(GoalsSection.judgedMixes()).containsExactlyInAnyOrder("readOnly", "reads50");
        assertThat(GoalsSection.judgesThroughput("dual-map", "readOnly")).isTrue();
        assertThat(GoalsSection.judgesThroughput("snapshot", "reads50")).isTrue();
        assertThat(GoalsSection.judgedMixes()).allMatch(mix -> GoalsSection.judgesThroughput("concurrent", mix));
        assertThat(GoalsSection.judgesThroughput("snapshot", "readOnly")).isFalse();
    }
}
