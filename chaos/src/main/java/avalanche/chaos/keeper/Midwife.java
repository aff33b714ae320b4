package avalanche.chaos.keeper;

import java.io.IOException;
import java.time.Duration;

/** How a life is started. */
public interface Midwife {
    /**
     * Starts it.
     *
     * @param number from 1
     * @param backOff how long was waited before
     */
    Life start(int number, Duration backOff) throws IOException;
}
