package avalanche.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import avalanche.results.record.ExampleRecords;
import avalanche.results.record.IncidentSource;
import avalanche.results.record.RunRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    @Test
    void hasARowForEachRunAndAColumnForEverySymptom() {
        RunRecord record = Rehearsals.collapse();
        List<List<String>> rows = cells(ComparisonTable.markdown(List.of(record, Rehearsals.withoutControl())));
        assertThat(rows).hasSize(4);
        List<String> titles = record.judgement().symptoms().stream().map(outcome -> outcome.symptom().title()).toList();
        assertThat(rows.getFirst().subList(5, 5 + titles.size())).isEqualTo(titles);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(9 + titles.size()));
        assertThat(rows.get(2)).startsWith("`locked`", "`natural`", "local", "as-measured, laptop", "REPRODUCED")
                .endsWith(record
                        .id());
        assertThat(rows.get(2).get(7 + titles.size())).matches("heap exhausted [0-9.]+ s after the onset");
    }

    @Test
    void showsWhatIsMetInBoldAndWhatIsNotMetPlain() {
        RunRecord record = Rehearsals.collapse();
        List<String> row = cells(ComparisonTable.markdown(List.of(record))).getLast();
        for (int i = 0; i < record.judgement().symptoms().size(); i++) {
            boolean met = record.judgement().symptoms().get(i).answer() == avalanche.results.verdict.Outcome.Answer.MET;
            assertThat(row.get(5 + i).startsWith("**")).isEqualTo(met);
        }
    }

    @Test
    void tellsTheMitigationWhereOneWasOrdered() {
        RunRecord ordered = ExampleRecords.mitigated();
        List<List<String>> rows = cells(ComparisonTable.markdown(List.of(ordered, ExampleRecords.reproduced())));
        assertThat(rows.getFirst().subList(3, 7)).containsExactly("variant, size", "mitigation", "recovery", "verdict");
        assertThat(rows.get(2).subList(4, 6)).containsExactly("more-replicas, 20.2 s", "recovered 11.0 s later");
        assertThat(rows.get(3).subList(4, 6)).containsExactly("none", "–");
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
    }

    @Test
    void refusesRunsOfDifferentIncidents() {
        RunRecord one = Rehearsals.collapse();
        IncidentSource is = one.incident();
        IncidentSource other = new IncidentSource(is.path(), "oversell", is.title(), is.story(), is.variant(), is
                .size(),
                is.overrides(), is.sha256(), is.text());
        RunRecord two = new RunRecord(one.schema(), one.id(), one.startedAt(), one.endedAt(), one.command(), one.seed(),
                other, one.environment(), one.expected(), one.runs(), one.judgement());
        assertThatIllegalArgumentException().isThrownBy(() -> ComparisonTable.markdown(List.of(one, two)))
                .withMessageContaining("range-cascade").withMessageContaining("oversell");
        assertThatIllegalArgumentException().isThrownBy(() -> ComparisonTable.markdown(List.of()));
    }

    private static List<List<String>> cells(String table) {
        return table.lines().map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1)))
                .toList();
    }
}
