package avalanche.results.verdict;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.HdrHistogram.Histogram;

/** A statistic of request times, from the histograms of single seconds added up: exact up to their three digits. */
final class TimesFigure {
    private static final int DIGITS = 3;

    private TimesFigure() {}

    static Figure of(Symptom symptom, Histograms histograms, Span span) {
        return of(symptom, histograms, span, (_, _) -> {});
    }

    /** The same, and hands over the figure of every stretch in the span, in order. */
    static Figure of(Symptom symptom, Histograms histograms, Span span, Each each) {
        Histograms.Times times = symptom.metric() == Metric.SERVICE_TIME
                ? Histograms.Times.SERVICE
                : Histograms.Times.RESPONSE;
        Stretches stretches = new Stretches(symptom.statistic(), span, each);
        histograms.forEachSecond(times, Reader.requests(symptom), span.from(), span.to(), stretches::add);
        return stretches.largest();
    }

    /** Takes the figure of a stretch. */
    interface Each {
        /** Takes one; {@code last} is the last second of the stretch. */
        void take(int last, Figure figure);
    }

    /** A stretch of seconds that slides over the histograms: the newest is added, the oldest subtracted. */
    private static final class Stretches {
        private final Statistic statistic;
        private final Span span;
        private final Each each;
        private final Deque<Histogram> held = new ArrayDeque<>();
        private final Histogram sum = new Histogram(DIGITS);
        private Figure largest;
        private int next;

        Stretches(Statistic statistic, Span span, Each each) {
            this.statistic = statistic;
            this.span = span;
            this.each = each;
            largest = Figure.ofNanos(statistic, sum);
            next = span.from();
        }

        void add(Histogram second) {
            int at = (int) second.getStartTimeStamp();
            endUpTo(at);
            sum.add(second);
            if (span.stretch() < span.to() - span.from()) {
                held.addLast(second);
            }
        }

        /** Takes the figure of every stretch that ends before the given second. */
        private void endUpTo(int second) {
            for (; next < second; next++) {
                while (!held.isEmpty() && held.getFirst().getStartTimeStamp() <= next - span.stretch()) {
                    sum.subtract(held.removeFirst());
                }
                if (next >= span.from() + span.stretch() - 1) {
                    Figure figure = Figure.ofNanos(statistic, sum);
                    each.take(next, figure);
                    largest = Figure.largest(List.of(largest, figure));
                }
            }
        }

        Figure largest() {
            endUpTo(span.to());
            return largest;
        }
    }
}
