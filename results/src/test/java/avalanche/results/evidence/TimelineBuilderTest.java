package avalanche.results.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import avalanche.results.record.ExampleRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimelineBuilderTest {
    private static final List<PhaseSpan> PHASES = List.of(new PhaseSpan("one", 0, 2), new PhaseSpan("two", 2, 3));

    private final List<Interval> logged = new ArrayList<>();
    private final TimelineBuilder timeline = new TimelineBuilder(PHASES, logged::add);

    private static Histogram millis(long count, double value) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(Math.round(value * 1e6), count);
        return histogram;
    }

    private static Interval.OfKind kind(long count, double millis) {
        return new Interval.OfKind(new Counts(count, count, count, Map.of(), 0, 0, 0), millis(count, millis), millis(
                count, millis / 2));
    }

    private static Interval interval(int second) {
        return new Interval(second, Map.of("create", kind(3, 10), "update", kind(1, 100), "read", kind(6, 1)), millis(
                10, 0.5));
    }

    @Test
    void groupsAreAddedUpFromHistogramsAndNotFromPercentiles() {
        timeline.add(interval(0));
        Map<String, Second.Traffic> traffic = timeline.seconds().getFirst().traffic();
        assertThat(traffic).containsOnlyKeys("create", "update", "read", Second.WRITES, Second.ALL);
        Second.Traffic writes = traffic.getOrDefault(Second.WRITES, new Second.Traffic(Counts.NONE, Quantiles.EMPTY,
                Quantiles.EMPTY));
        assertThat(writes.counts().ok()).isEqualTo(4);
        assertThat(writes.response().mean()).isCloseTo(32.5, within(0.1));
        assertThat(writes.response().p50()).isCloseTo(10, within(0.02));
        assertThat(writes.service().max()).isCloseTo(50, within(0.1));
        assertThat(timeline.planned()).isEqualTo(10);
        assertThat(timeline.sent()).isEqualTo(10);
        assertThat(logged).hasSize(1);
    }

    @Test
    void rowsHaveNoGapsAndSayWhatIsMissing() {
        Vitals vitals = ExampleRuns.incident().seconds().getFirst().vitals();
        timeline.add(interval(0));
        timeline.add(interval(3));
        if (vitals != null) {
            timeline.add(-1, vitals);
            timeline.add(4, vitals);
        }
        assertThat(timeline.seconds()).extracting(Second::second).containsExactly(0, 1, 2, 3, 4);
        assertThat(timeline.seconds()).extracting(Second::phase).containsExactly("one", "one", "two", "drain", "drain");
        assertThat(timeline.seconds().get(1).traffic()).isEmpty();
        assertThat(timeline.seconds().get(4).vitals()).isEqualTo(vitals);
        assertThat(timeline.missingSeconds()).containsExactly(1, 2);
        assertThat(timeline.lateness().getTotalCount()).isEqualTo(20);
    }

    /** An order may be gone, and that is the service's own answer; where orders are made is always there. */
    @Test
    void onlyWhatTheServiceNeverAnswersCountsAsForeign() {
        Interval.OfKind notFound = new Interval.OfKind(new Counts(5, 5, 0, Map.of(404, 4L, 503, 1L), 0, 0, 0), millis(5,
                1), millis(5, 1));
        timeline.add(new Interval(0, Map.of("update", notFound, "read", notFound, "delete", notFound), millis(15, 1)));
        assertThat(timeline.foreign()).isZero();
        timeline.add(new Interval(1, Map.of("create", notFound, "update", notFound), millis(10, 1)));
        timeline.add(new Interval(2, Map.of("export", notFound), millis(5, 1)));
        assertThat(timeline.foreign()).isEqualTo(8);
    }

    @Test
    void aScheduleThatWasCutOffIsMissingItsRest() {
        timeline.add(interval(0));
        assertThat(timeline.missingSeconds()).containsExactly(1, 2);
    }

    @Test
    void secondsMustAscend() {
        timeline.add(interval(1));
        assertThatIllegalArgumentException().isThrownBy(() -> timeline.add(interval(1))).withMessageContaining(
                "more than 1");
    }

    @Test
    void shardsAddUpExactly() {
        Interval sum = interval(0).plus(new Interval(0, Map.of("create", kind(2, 30), "delete", kind(1, 5)), millis(3,
                9)));
        timeline.add(sum);
        Counts all = sum.kinds().values().stream().map(Interval.OfKind::counts).reduce(Counts.NONE, Counts::plus);
        assertThat(all.ok()).isEqualTo(13);
        assertThat(sum.kinds()).containsOnlyKeys("create", "update", "read", "delete");
        assertThat(timeline.lateness().getMaxValue()).isCloseTo(9_000_000, within(10_000L));
        assertThatIllegalArgumentException().isThrownBy(() -> interval(0).plus(interval(1)));
    }
}
