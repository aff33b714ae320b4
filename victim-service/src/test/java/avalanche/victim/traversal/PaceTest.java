package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 99, 100, 199, 250, 999, 10_000, 123_457, 1_000_000})
    void isExceededInNoSecondWhateverTheStepsTake(int perSecond) {
        for (long seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            long longest = 1 + 4 * SECOND / perSecond;
            Pace pace = Pace.atOnce(perSecond, 0);
            long[] steps = new long[3 * perSecond];
            long now = 0;
            for (int i = 0; i < steps.length; i++) {
                now = Math.max(now, pace.due()) + random.nextLong(1 + longest / 100);
                pace.step(now);
                steps[i] = now;
                now += random.nextInt(10) == 0 ? random.nextLong(longest) : 0;
            }
            for (int i = perSecond; i < steps.length; i++) {
                if (steps[i] - steps[i - perSecond] < SECOND) {
                    fail("steps %d to %d of seed %d are within one second", i - perSecond, i, seed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1_000, 10_000, 100_000})
    void isReachedAlthoughEachWaitOversleeps(int perSecond) {
        FakeClock clock = new FakeClock();
        clock.oversleeps(73_000);
        Pace pace = Pace.atOnce(perSecond, clock.nanos());
        long start = clock.nanos();
        int steps = 0;
        while (clock.nanos() - start < 10 * SECOND) {
            if (pace.due() > clock.nanos()) {
                clock.park(pace.due() - clock.nanos());
            }
            pace.step(clock.nanos());
            steps++;
        }
        assertThat(steps).isBetween((int) (9.2 * perSecond), 10 * perSecond + 1);
    }

    @Test
    void theFirstStepWaitsOnlyWhereThePaceGoesOn() {
        assertThat(Pace.atOnce(10, 77).due()).isEqualTo(77);
        assertThat(Pace.goingOn(10, 77).due()).isEqualTo(77 + SECOND / 10);
    }
}
