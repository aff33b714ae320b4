package avalanche.chaos.life;

import java.time.Duration;

/**
 * How long to wait before the next restart, as a kubelet does: not at all before the first, then {@code first},
 * doubling up to {@code cap}, from the beginning again after a life of {@code reset} or longer.
 *
 * @param first the wait before the second restart
 * @param cap the longest wait
 * @param reset a life this long forgets the restarts before it
 * @param restarts restarts since the beginning or since the last long life
 */
public record BackOff(Duration first, Duration cap, Duration reset, int restarts) {
    /** A kubelet's figures: 10 s, doubling to 300 s, forgotten after 10 minutes. */
    public static final BackOff KUBELET = new BackOff(Duration.ofSeconds(10), Duration.ofSeconds(300), Duration
            .ofMinutes(10),
            0);

    /** What applies to the restart after a life of this length. */
    public BackOff after(Duration life) {
        return new BackOff(first, cap, reset, life.compareTo(reset) >= 0 ? 1 : restarts + 1);
    }

    /** The wait before the restart numbered {@link #restarts}. */
    public Duration delay() {
        Duration delay = restarts <= 1 ? Duration.ZERO : first;
        for (int i = 2; i < restarts && delay.compareTo(cap) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(cap) > 0 ? cap : delay;
    }
}
