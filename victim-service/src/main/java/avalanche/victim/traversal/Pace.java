package avalanche.victim.traversal;

import java.util.Arrays;

/**
 * A pace that steps may not exceed: at most so many in any second, whenever the second begins.
 *
 * <p>
 * About a hundredth of them, a stretch, may follow each other at once, so that waits that oversleep cost little: each step
 * waits until the time of a stretch has passed since the step that is a stretch before it. At less than 200 a second a
 * stretch is one step.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;
    private static final int STRETCHES = 100;
    private static final int LONGEST_STRETCH = 1_000;

    private final long apart;
    private final long[] steps;
    private int next;

    /**
     * A pace at which the first steps need not wait.
     *
     * @param perSecond 1 or more
     * @param now the clock's reading, in nanoseconds
     */
    static Pace atOnce(int perSecond, long now) {
        Pace pace = new Pace(perSecond);
        Arrays.fill(pace.steps, now - pace.apart);
        return pace;
    }

    /** A pace that continues one whose last steps were taken before that reading of the clock. */
    static Pace goingOn(int perSecond, long now) {
        Pace pace = new Pace(perSecond);
        Arrays.fill(pace.steps, now);
        return pace;
    }

    private Pace(int perSecond) {
        int stretch = Math.clamp(perSecond / STRETCHES, 1, LONGEST_STRETCH);
        int stretches = perSecond / stretch;
        apart = (SECOND + stretches - 1) / stretches;
        steps = new long[stretch];
    }

    /** When the next step may be taken. */
    long due() {
        return steps[next] + apart;
    }

    /** A step is taken now. */
    void step(long now) {
        steps[next] = now;
        next = (next + 1) % steps.length;
    }
}
