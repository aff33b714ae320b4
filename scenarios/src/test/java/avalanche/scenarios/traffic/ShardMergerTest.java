package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ShardMergerTest {
    private static Interval second(int second, int sent) {
        Histogram times = new Histogram(Tally.LEAST_NANOS, Tally.MOST_NANOS, Tally.DIGITS);
        for (int i = 0; i < sent; i++) {
            times.recordValue(1_000_000);
        }
        return new Interval(second, Map.of("read", new Interval.OfKind(
                new Counts(sent, sent, sent, Map.of(), 0, 0, 0), times, times)), times);
    }

    private static List<String> shown(List<Interval> intervals) {
        return intervals.stream().map(interval -> interval.second() + ":"
                + java.util.Objects.requireNonNull(interval.kinds().get("read")).counts().sent() + "/"
                + interval.lateness().getTotalCount()).toList();
    }

    @Test
    void aSecondIsWholeOnceEveryShardDeliveredIt() {
        ShardMerger merger = new ShardMerger(2);

        assertThat(merger.add(0, second(0, 3))).isEmpty();
        assertThat(merger.add(0, second(1, 4))).isEmpty();
        assertThat(merger.behind()).containsExactly(1);
        assertThat(shown(merger.add(1, second(0, 5)))).containsExactly("0:8/8");
        assertThat(shown(merger.add(1, second(1, 6)))).containsExactly("1:10/10");
        assertThat(merger.behind()).isEmpty();
    }

    @Test
    void aShardThatEndedIsNotWaitedForAndMissesNothing() {
        ShardMerger merger = new ShardMerger(2);
        merger.add(0, second(0, 1));
        merger.add(0, second(1, 1));
        merger.add(1, second(0, 1));

        assertThat(shown(merger.end(1))).containsExactly("1:1/1");
        assertThat(merger.complete()).isFalse();
        merger.end(0);
        assertThat(merger.complete()).isTrue();
        assertThat(merger.missingSeconds(2)).isEmpty();
    }

    @Test
    void theSecondsOfALostShardAreMissing() {
        ShardMerger merger = new ShardMerger(2);
        merger.add(0, second(0, 1));
        merger.add(1, second(0, 1));
        merger.add(0, second(1, 1));

        assertThat(shown(merger.lose(1))).containsExactly("1:1/1");
        assertThat(shown(merger.add(0, second(2, 1)))).containsExactly("2:1/1");
        assertThat(merger.missingSeconds(4)).containsExactly(1, 2, 3);
    }

    @Test
    void aSecondLeftOutIsRefused() {
        ShardMerger merger = new ShardMerger(1);

        assertThatThrownBy(() -> merger.add(0, second(1, 1))).hasMessageContaining(
                "second of shard 0 is 1; allowed: 0");
    }
}
