package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.Vitals;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The service's samples by the second they close; written by the pulse, read by the run. */
final class Observations {
    private final ConcurrentMap<Integer, Vitals> bySecond = new ConcurrentHashMap<>();
    private volatile int settled = -1;
    private volatile boolean silent;

    /** Keeps the sample that was taken at the end of {@code second}, null where the service did not answer. */
    void put(int second, @Nullable Vitals vitals) {
        if (vitals != null && second >= 0) {
            bySecond.put(second, vitals);
        }
        silent = vitals == null;
        settled = second;
    }

    /** Whether the service did not answer when it was last asked. */
    boolean isSilent() {
        return silent;
    }

    /** Whether nothing more will come for {@code second}. */
    boolean isSettled(int second) {
        return second <= settled;
    }

    /** Takes the sample of {@code second} away. */
    @Nullable
    Vitals take(int second) {
        return bySecond.remove(second);
    }
}
