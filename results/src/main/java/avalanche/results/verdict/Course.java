package avalanche.results.verdict;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a symptom went on: whether it was met in a stretch of seconds that slides along the run. A stretch is as long as
 * the symptom's own, {@link #STRETCH} seconds where it has none, and longer where its statistic needs more values.
 */
final class Course {
    /** What a stretch showed. */
    enum Shown {
        MET,
        CLEAR,
        /** There was no number, or it could have been larger than what was seen. */
        UNSEEN
    }

    /** Length of a stretch in seconds where the symptom names none. */
    static final int STRETCH = 5;

    private final Symptom symptom;
    private final RunEvidence evidence;
    private final Map<Integer, Second> seconds = new HashMap<>();
    private final int stretch;

    Course(Symptom symptom, RunEvidence evidence) {
        this.symptom = symptom;
        this.evidence = evidence;
        evidence.run().seconds().forEach(second -> seconds.put(second.second(), second));
        Integer worst = symptom.window().worstOfSeconds();
        int own = worst == null ? STRETCH : worst;
        this.stretch = symptom.metric().source() == Metric.Source.VITALS
                ? (int) Math.max(own, Figure.fewest(symptom.statistic()))
                : own;
    }

    /** Length of a stretch in seconds. */
    int stretch() {
        return stretch;
    }

    /**
     * What each stretch showed, by its last second.
     *
     * @param from last second of the first stretch
     * @param to last second of the last stretch, exclusive
     */
    SortedMap<Integer, Shown> between(int from, int to) {
        int begin = Math.max(0, from - stretch + 1);
        SortedMap<Integer, Shown> course = new TreeMap<>();
        if (to - begin < stretch) {
            return course;
        }
        switch (symptom.metric().source()) {
            case TIMES -> TimesFigure.of(symptom, evidence.histograms(), new Span(begin, to, to, stretch, null, false),
                    (last, figure) -> course.put(last, shown(figure)));
            case COUNTS -> each(begin, to, course, this::failures);
            case WALKS -> each(begin, to, course, window -> shown(WalksFigure.of(symptom.statistic(), vitals(window))));
            case VITALS -> gauges(begin, to, course);
            case LIVES -> throw new IllegalArgumentException("metric of " + symptom.id() + " is " + symptom.metric()
                    .id() + "; allowed: one that goes on from second to second");
        }
        return course;
    }

    private interface Look {
        Shown at(List<Second> window);
    }

    private void each(int begin, int to, SortedMap<Integer, Shown> course, Look look) {
        for (int first = begin; first + stretch <= to; first++) {
            List<Second> window = new ArrayList<>();
            for (int second = first; second < first + stretch; second++) {
                Second seen = seconds.get(second);
                if (seen != null) {
                    window.add(seen);
                }
            }
            course.put(first + stretch - 1, look.at(window));
        }
    }

    private Shown failures(List<Second> window) {
        List<Counts> counts = window.stream().map(second -> second.traffic().get(Reader.requests(symptom))).filter(
                Objects::nonNull).map(Second.Traffic::counts).toList();
        if (symptom.statistic() == Statistic.MAX) {
            return shown(Figure.largest(counts.stream().map(one -> share(List.of(one))).toList()));
        }
        return shown(share(counts));
    }

    private static Figure share(List<Counts> counts) {
        long ended = counts.stream().mapToLong(Counts::ended).sum();
        long failed = counts.stream().mapToLong(Counts::failed).sum();
        return ended == 0 ? Figure.missing(0, "no request ended") : Figure.of(100.0 * failed / ended, ended);
    }

    private void gauges(int begin, int to, SortedMap<Integer, Shown> course) {
        VitalsFigure gauge = new VitalsFigure(evidence.run(), symptom.metric());
        String baseline = symptom.baseline();
        Double usual = baseline == null ? null : gauge.usual(baseline);
        each(begin, to, course, window -> {
            List<Vitals> samples = vitals(window);
            Shown shown = shown(gauge.of(symptom.statistic(), samples, usual));
            boolean less = samples.stream().anyMatch(sample -> sample.silent() > 0);
            return shown == Shown.CLEAR && less && isSum(symptom.metric()) ? Shown.UNSEEN : shown;
        });
    }

    private static List<Vitals> vitals(List<Second> window) {
        return window.stream().map(Second::vitals).filter(Objects::nonNull).toList();
    }

    private static boolean isSum(Metric metric) {
        return metric == Metric.IN_FLIGHT || metric == Metric.WAITERS;
    }

    private Shown shown(Figure figure) {
        Double value = figure.value();
        if (value == null) {
            return Shown.UNSEEN;
        }
        return symptom.bound().holds(value) ? Shown.MET : Shown.CLEAR;
    }
}
