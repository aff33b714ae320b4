package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.bench.GoalsSection.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsSectionTest {
    private static LatencyRow write(String variant, long p99, long ownP99) {
        return new LatencyRow(variant, 4_200, 1_000, 0, 10_000, 0, 0, 1, p99, p99, p99, ownP99, 2, 1_070_000, true);
    }

    private static ThroughputRow throughput(String map, int size, Double... ofJvms) {
        return new ThroughputRow(map, "readOnly", size, 2, List.of(ofJvms));
    }

    @Test
    void relatesWritesToTheReferenceOfTheSameCell() {
        List<Goal> goals = new GoalsSection(List.of(write("concurrent", 1_000, 100), write("snapshot", 1_500, 200),
                write("dual-map", 1_600, 120), write(
                        "segmented+copied", 1_900, 190)), List.of(), List.of()).goals();
        assertThat(goals).extracting(Goal::outcome).startsWith("holds", "**does not hold**", "not measured", "holds",
                "**does not hold**", "holds", "not measured", "holds");
    }

    @Test
    void takesTheWorstSizeOfAThroughput() {
        List<Goal> goals = new GoalsSection(List.of(), List.of(), List.of(throughput("concurrent", 800, 100.0),
                throughput("dual-map", 800, 90.0), throughput("concurrent", 4_200, 200.0), throughput("dual-map", 4_200,
                        140.0))).goals();
        assertThat(goals.getLast().measured()).isEqualTo(0.7);
        assertThat(goals.getLast().outcome()).isEqualTo("**does not hold**");
    }

    @Test
    void relatesThroughputRoundByRound_asFarAsBothWereMeasured() {
        ThroughputRow reference = throughput("concurrent", 800, 100.0, 50.0, 200.0, 10.0);
        ThroughputRow slower = throughput("dual-map", 800, 90.0, 40.0, 190.0);
        assertThat(slower.ratioTo(reference)).as("the median of 0.9, 0.8 and 0.95").isEqualTo(0.9);
        assertThat(slower.operationsPerSecond()).isEqualTo(90);
        assertThat(reference.operationsPerSecond()).isEqualTo(75);
    }

    @Test
    void relatesTheSnapshotOfAMillionToACopyOfAsMany() {
        List<Goal> goals = new GoalsSection(List.of(), List.of(new SnapshotRow(SnapshotRow.COPY, SnapshotRow.COPY,
                1_000_000, 50e6, 1), new SnapshotRow("snapshot", SnapshotRow.AFTER_A_NEW_KEY, 1_000_000, 500, 1),
                new SnapshotRow("snapshot", SnapshotRow.AFTER_A_NEW_KEY, 800, 5e9, 1)), List.of()).goals();
        assertThat(goals.get(8).measured()).isEqualTo(100_000);
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
