package avalanche.victim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DebtTest {
    private static final long OVERSLEEP_NANOS = 73_000;

    private final Clock clock = new Clock();
    private final SlowCallback callback = new SlowCallback(clock, new SplittableRandom(1));

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theMeanIsExactAlthoughEachParkOversleeps(Mode mode) {
        callback.configure(new CallbackSetting(new Delay.Fixed(12), mode));
        walk(4_200);
        assertThat(clock.now / 1_000.0 / 4_200).isCloseTo(12, within(0.1));
        Receipt.Observed observed = observed();
        assertThat(observed.count()).isEqualTo(4_200);
        assertThat(observed.meanMicros()).isCloseTo(12, within(0.1));
        assertThat(observed.p50Micros()).isCloseTo(12, within(0.1));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"PARK", "MIXED"})
    void theMedianIsThatOfAUsualWalkWhereSomeAreHeldUpByABusyProcessor(Mode mode) {
        callback.configure(new CallbackSetting(new Delay.Fixed(10), mode));
        for (int i = 0; i < 40; i++) {
            clock.oversleep = i % 4 == 0 ? 40_000_000 : OVERSLEEP_NANOS;
            walk(800);
        }
        Receipt.Observed observed = observed();
        assertThat(observed.meanMicros()).isGreaterThan(20);
        assertThat(observed.p50Micros()).isCloseTo(10, within(1.0));
        assertThat(observed.maxMicros()).isGreaterThan(40);
    }

    @Test
    void aLongWalkTellsBeforeItsEnd() {
        callback.configure(new CallbackSetting(new Delay.Fixed(120), Mode.PARK));
        Debt debt = callback.begin();
        for (int i = 0; i < 2_000; i++) {
            debt.entry();
        }
        assertThat(observed().count()).isBetween(1_600L, 2_000L);
        assertThat(observed().p50Micros()).isCloseTo(120, within(1.0));
    }

    @Test
    void parksFarLessOftenThanThereAreEntries() {
        callback.configure(new CallbackSetting(new Delay.Fixed(12), Mode.PARK));
        walk(4_200);
        assertThat(clock.parks).isBetween(40, 51);
    }

    @Test
    void aLongDelayIsParkedEntryByEntry() {
        callback.configure(new CallbackSetting(new Delay.Fixed(10_000), Mode.PARK));
        walk(20);
        assertThat(observed().p50Micros()).isCloseTo(10_000, within(100.0));
        assertThat(clock.parks).isEqualTo(20);
    }

    @Test
    void aSettingTakesEffectAtTheNextEntryOfARunningWalk() {
        Debt debt = callback.begin();
        debt.entry();
        assertThat(clock.now).isZero();
        callback.configure(new CallbackSetting(new Delay.Fixed(500), Mode.SPIN));
        debt.entry();
        assertThat(clock.now).isEqualTo(500_000);
        callback.configure(null);
        debt.entry();
        debt.pay();
        assertThat(clock.now).isEqualTo(500_000);
    }

    @Test
    void samplesFollowTheirDistribution() {
        callback.configure(new CallbackSetting(new Delay.LogNormal(100, 0.3), Mode.SPIN));
        walk(20_000);
        assertThat(observed().p50Micros()).isCloseTo(100, within(2.0));
        assertThat(observed().meanMicros()).isCloseTo(100 * Math.exp(0.3 * 0.3 / 2), within(2.0));
    }

    private void walk(int entries) {
        Debt debt = callback.begin();
        for (int i = 0; i < entries; i++) {
            debt.entry();
        }
        debt.pay();
    }

    private Receipt.Observed observed() {
        return Objects.requireNonNull(callback.report()).observed();
    }

    /** A clock that only waiting moves. */
    private static final class Clock implements Waiting {
        private long now;
        private int parks;
        private long oversleep = OVERSLEEP_NANOS;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void park(long nanos) {
            now += nanos + oversleep;
            parks++;
        }

        @Override
        public void spin(long nanos) {
            now += nanos;
        }
    }
}
