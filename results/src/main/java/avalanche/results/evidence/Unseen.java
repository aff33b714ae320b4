package avalanche.results.evidence;

/**
 * A stretch of a run in which something could not be seen. Times are seconds since the schedule's first instant.
 *
 * @param fromSecond when it began; negative before the schedule
 * @param untilSecond when it was over, no earlier
 * @param what what could not be seen, and why
 */
public record Unseen(double fromSecond, double untilSecond, String what) {
    public Unseen {
        if (!(untilSecond >= fromSecond)) {
            throw new IllegalArgumentException("untilSecond is " + untilSecond + "; allowed: fromSecond, " + fromSecond
                    + ", or more");
        }
    }
}
