package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentRatioTest {
    private final AtomicLong part = new AtomicLong();
    private final AtomicLong whole = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RecentRatio ratio = new RecentRatio(part::get, whole::get, nanos::get);

    @Test
    void isNoNumberWhereNothingHappened() {
        assertThat(ratio.now()).isNaN();
    }

    @Test
    void countsFromTheBeginningInTheFirstMinute() {
        after(10, 1, 4);
        assertThat(ratio.now()).isEqualTo(0.25);
        after(10, 3, 4);
        assertThat(ratio.now()).isEqualTo(0.5);
    }

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        after(15, 1_000, 1_000);
        assertThat(ratio.now()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            after(15, 0, 50);
            ratio.now();
        }
        assertThat(ratio.now()).isZero();
    }

    @Test
    void isTheSameForEveryoneWhoAsksAndHoweverOften() {
        for (int second = 0; second < 600; second++) {
            after(1, second < 570 ? 0 : 1, 1);
            ratio.now();
            assertThat(ratio.now()).isEqualTo(Math.max(0, second - 569) / Math.min(60.0, second + 1));
        }
    }

    @Test
    void spansTheWholePauseWhereNobodyAskedForLong() {
        after(3_600, 9, 10);
        assertThat(ratio.now()).isEqualTo(0.9);
    }

    private void after(long seconds, long partRises, long wholeRises) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        part.addAndGet(partRises);
        whole.addAndGet(wholeRises);
    }
}
