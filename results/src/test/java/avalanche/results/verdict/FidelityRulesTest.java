package avalanche.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Fidelity;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FidelityRulesTest {
    private static Histogram late(long count, double millis) {
        Histogram late = new Histogram(3);
        late.recordValueWithCount(Math.round(millis * 1e6), count);
        return late;
    }

    private static Fidelity judge(long planned, long sent, double millis) {
        return FidelityRules.DEFAULT.judge(planned, sent, late(sent, millis), List.of(), List.of(), 0);
    }

    @Test
    void thresholdsAreWhereTheyAreSaidToBe() {
        assertThat(judge(10_000, 9_990, 1).faithful()).isTrue();
        assertThat(judge(10_000, 9_989, 1).reasons()).singleElement().asString().contains("sent 9,989 of 10,000");
        assertThat(judge(1000, 1000, 49.9).faithful()).isTrue();
        assertThat(judge(1000, 1000, 51).reasons()).singleElement().asString().contains("P99 of lateness is 51");
        assertThat(new FidelityRules(0.999, 100).judge(9, 9, late(9, 51), List.of(), List.of(), 0).faithful()).isTrue();
    }

    @Test
    void missingSecondsFailedShardsAndImpossibleCountsAreNamed() {
        Fidelity gaps = FidelityRules.DEFAULT.judge(10, 10, late(10, 1), List.of(3, 4), List.of(
                "shard 1 ended with exit code 1"), 0);
        assertThat(gaps.reasons()).hasSize(2).anySatisfy(reason -> assertThat(reason).contains("2 seconds", "[3, 4]"))
                .contains("shard 1 ended with exit code 1");
        assertThat(judge(10, 11, 1).faithful()).isFalse();
        assertThat(judge(0, 0, 1).faithful()).isFalse();
        assertThat(FidelityRules.DEFAULT.judge(9, 9, new Histogram(3), List.of(), List.of(), 0).faithful()).isFalse();
    }

    @Test
    void whatSomethingElseAnsweredIsNoMeasurementOfTheService() {
        Fidelity foreign = FidelityRules.DEFAULT.judge(5000, 5000, late(5000, 1), List.of(), List.of(), 2905);
        assertThat(foreign.faithful()).isFalse();
        assertThat(foreign.reasons()).singleElement().asString().contains("2,905 creations and exports", "404");
    }
}
