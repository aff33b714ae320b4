package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.bench.PacedWriter.Writes;
import avalanche.victim.bench.PacedWriter.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.junit.jupiter.api.Test;

class PacedWriterTest {
    /** Due at 10 000, 11 000, … 19 000; cut off at 20 500. */
    private static final Schedule SCHEDULE = new Schedule(10_000, 1_000, 10, 500);

    /** Goes on by one with each look at it. */
    private long now;
    private long collections;
    private long keptAt = Long.MAX_VALUE;
    private boolean collects;

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

    @Test
    void whatTheMachineKeptItFromWhileIdleIsToldApart() {
        keptAt = 12_500;
        Written written = run(taking(Map.of(4, 300)));
        // from 12 500 to 15 700: those due at 13 000, 14 000 and 15 000
        assertThat(recorded(written)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1_000, 2_000, 2_700);
        assertThat(recorded(written.own())).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 300, 300);
        assertThat(written.kept()).isEqualTo(3);
    }

    @Test
    void aCollectionOfTheHeapIsTheMaps() {
        keptAt = 12_500;
        collects = true;
        Written written = run(taking(Map.of()));
        assertThat(recorded(written.own())).containsExactly(0, 0, 0, 0, 0, 0, 0, 700, 1_700, 2_700).isEqualTo(recorded(
                written));
        assertThat(written.kept()).isZero();
    }

    @Test
    void whatASlowWriteHeldUpIsItsOwn() {
        keptAt = 13_200;
        Written written = run(taking(Map.of(2, 1_100)));
        // the write due at 12 000 ended at 13 100, after the next was due; the machine kept the writer from 13 200 to 16 400
        assertThat(recorded(written.own())).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 100, 1_100);
        assertThat(written.kept()).isEqualTo(3);
    }

    /** Stands still once for 3 200 when it is looked at from that instant on. */
    private long look() {
        if (now >= keptAt) {
            now += 3_200;
            keptAt = Long.MAX_VALUE;
            collections += collects ? 1 : 0;
        }
        return now++;
    }

    private Written run(Writes writes) {
        return new PacedWriter(this::look, () -> collections).run(SCHEDULE, writes);
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
        return recorded(written.responses());
    }

    private static List<Integer> recorded(Histogram histogram) {
        List<Integer> values = new ArrayList<>();
        for (HistogramIterationValue each : histogram.recordedValues()) {
            for (long i = 0; i < each.getCountAddedInThisIterationStep(); i++) {
                values.add((int) (Math.round(each.getValueIteratedTo() / 100.0) * 100));
            }
        }
        return values;
    }
}
