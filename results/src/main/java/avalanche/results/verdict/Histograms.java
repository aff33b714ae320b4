package avalanche.results.verdict;

import java.util.function.Consumer;

import org.HdrHistogram.Histogram;

/** The times of a run's requests, second by second; values are nanoseconds. */
public interface Histograms {
    /** Which of a request's two times. */
    enum Times {
        /** From the intended arrival to the end. */
        RESPONSE,
        /** From the send to the end. */
        SERVICE
    }

    /**
     * Hands over one histogram for each second of the window that has one, in ascending order; the start time stamp of
     * each is its second. Only one is held at a time: a consumer that keeps them pays for it.
     *
     * @param requests a request kind, {@code writes} or {@code all}
     * @param fromSecond first second
     * @param toSecond last second, exclusive
     */
    void forEachSecond(Times times, String requests, int fromSecond, int toSecond, Consumer<Histogram> consumer);
}
