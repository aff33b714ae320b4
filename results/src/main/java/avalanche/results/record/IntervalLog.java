package avalanche.results.record;

import avalanche.results.evidence.Second;
import avalanche.results.verdict.Histograms;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the histograms that {@link IntervalLogWriter} wrote. Files are read from the start each time and one second is
 * held at once.
 *
 * @param folder where the logs of one run are
 */
public record IntervalLog(Path folder) implements Histograms {
    static final String RESPONSE = "response.hlog";
    static final String SERVICE = "service.hlog";
    static final String LATENESS = "lateness.hlog";

    private static final int DIGITS = 3;
    private static final double MILLIS_PER_SECOND = 1000;
    /** The log's seconds have three decimals; half a second keeps the ends of a window clear of rounding. */
    private static final double HALF = 0.5;

    /**
     * @throws RecordException where the log is absent or is not a histogram log
     */
    @Override
    public void forEachSecond(Times times, String requests, int fromSecond, int toSecond,
            Consumer<Histogram> consumer) {
        Path path = folder.resolve(switch (times) {
            case RESPONSE -> RESPONSE;
            case SERVICE -> SERVICE;
        });
        read(path, tag -> tag != null && Second.counts(tag, requests), fromSecond, toSecond, consumer);
    }

    /** All times of a window added up, in nanoseconds. */
    public Histogram merged(Times times, String requests, int fromSecond, int toSecond) {
        Histogram sum = new Histogram(DIGITS);
        forEachSecond(times, requests, fromSecond, toSecond, sum::add);
        return sum;
    }

    /** Lateness over the whole run, in nanoseconds. */
    public Histogram lateness() {
        Histogram sum = new Histogram(DIGITS);
        read(folder.resolve(LATENESS), tag -> true, 0, Integer.MAX_VALUE, sum::add);
        return sum;
    }

    private static void read(Path path, Predicate<@Nullable String> wanted, int from, int to,
            Consumer<Histogram> consumer) {
        Histogram second = null;
        try (HistogramLogReader reader = new HistogramLogReader(path.toFile())) {
            EncodableHistogram next = next(reader, from, to);
            while (next != null) {
                if (wanted.test(next.getTag()) && next instanceof Histogram histogram) {
                    long at = Math.round(histogram.getStartTimeStamp() / MILLIS_PER_SECOND - reader.getStartTimeSec());
                    if (second != null && second.getStartTimeStamp() != at) {
                        consumer.accept(second);
                        second = null;
                    }
                    second = second == null ? new Histogram(DIGITS) : second;
                    second.add(histogram);
                    second.setStartTimeStamp(at);
                }
                next = next(reader, from, to);
            }
        } catch (FileNotFoundException e) {
            throw RecordException.at(path, e);
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new RecordException(path + " is not a histogram log or was cut off: " + e.getMessage()
                    + "; only a log that was closed can be read", e);
        }
        if (second != null) {
            consumer.accept(second);
        }
    }

    private static @Nullable EncodableHistogram next(HistogramLogReader reader, int from, int to) {
        return reader.nextIntervalHistogram(from - HALF, to - HALF);
    }
}
