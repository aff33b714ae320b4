package avalanche.results.verdict;

/**
 * Growth of requests in flight, measured and predicted. Walks that hold a read-write lock for {@code D} seconds, {@code T} of them arriving a
 * second, with writers queued between them, run one after the other; where {@code T x D > 1} requests in flight grow by
 * {@code W x (1 - 1 / (T x D))} a second for {@code W} arrivals a second.
 *
 * @param arrivalsPerSecond W, all requests that need the lock
 * @param walksPerSecond T
 * @param walkSeconds D, the mean duration of a walk in the window
 * @param predictedPerSecond the closed form, 0 where T x D is at most 1
 * @param measuredPerSecond slope of a least-squares line through requests in flight
 * @param measuredLow lower end of the slope's 95 % confidence interval
 * @param measuredHigh upper end of it
 * @param fromSecond first second of the window
 * @param toSecond last second, exclusive
 */
public record GrowthTheory(double arrivalsPerSecond, double walksPerSecond, double walkSeconds,
        double predictedPerSecond,
        double measuredPerSecond, double measuredLow, double measuredHigh, int fromSecond, int toSecond) {}
