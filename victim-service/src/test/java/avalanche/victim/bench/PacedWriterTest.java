package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.bench.PacedWriter.Writes;
import avalanche.victim.bench.PacedWriter.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.HistogramIterationValue;
import org.junit.jupiter.api.Test;

class PacedWriterTest {
    /** Due at 10 000, 11 000, … 19 000; cut off at 20 500. */
    private static final Schedule SCHEDULE = new Schedule(10_000, 1_000, 10, 500);

    /** Goes on by one with each look at it. */
    private long now;

    @Test
    void countsFromTheInstantThatAWriteWasDue() {
        Written written = run(taking(Map.of(2, 2_500)));
        assertThat(written.unfinished()).isZero();
        // due at 12 000 and ended at 14 500; those due at 13 000 and 14 000 waited for it
        assertThat(recorded(written)).containsExactly(0, 0, 0, 0, 0, 0, 0, 500, 1_500, 2_500);
    }

    @Test
    void countsWhatWasDueButUnfinishedWithTheTimeToTheCutoff() {
        Written written = run(taking(Map.of(7, 100_000)));
        assertThat(written.unfinished()).isEqualTo(3);
        assertThat(recorded(written)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1_500, 2_500, 3_500);
    }

    @Test
    void aWriteThatTakesTheWholeWindowLeavesNoneUncounted() {
        Written written = run(taking(Map.of(0, 100_000)));
        assertThat(written.unfinished()).isEqualTo(10);
        assertThat(recorded(written)).hasSize(10).startsWith(1_500).endsWith(10_500);
    }

    @Test
    void aLateLastWriteIsFinishedWithinTheGrace() {
        assertThat(run(taking(Map.of(9, 1_400))).unfinished()).isZero();
        now = 0;
        assertThat(run(taking(Map.of(9, 1_600))).unfinished()).isEqualTo(1);
    }

    @Test
    void whatFollowsFromAWriteCountsOnlyAsTheDelayOfTheNext() {
        Written written = run(new Writes() {
            @Override
            public void write(int number) {}

            @Override
            public void tidy(int number) {
                now += number == 4 ? 1_300 : 0;
            }
        });
        assertThat(recorded(written)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 300);
    }

    private Written run(Writes writes) {
        return new PacedWriter(() -> now++).run(SCHEDULE, writes);
    }

    private Writes taking(Map<Integer, Integer> times) {
        return new Writes() {
            @Override
            public void write(int number) {
                now += times.getOrDefault(number, 0);
            }

            @Override
            public void tidy(int number) {}
        };
    }

    /** The response times in ascending order, to the next hundred. */
    private static List<Integer> recorded(Written written) {
        List<Integer> values = new ArrayList<>();
        for (HistogramIterationValue each : written.responses().recordedValues()) {
            for (long i = 0; i < each.getCountAddedInThisIterationStep(); i++) {
                values.add((int) (Math.round(each.getValueIteratedTo() / 100.0) * 100));
            }
        }
        return values;
    }
}
