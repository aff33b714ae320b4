package avalanche.results.verdict;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A statistic of a gauge that the service gives once a second. */
final class VitalsFigure {
    private final Run run;
    private final Metric metric;

    VitalsFigure(Run run, Metric metric) {
        this.run = run;
        this.metric = metric;
    }

    Figure of(Symptom symptom, Span span) {
        if (symptom.statistic() == Statistic.GROWTH) {
            return growth(Objects.requireNonNull(symptom.baseline(), "baseline"), span);
        }
        return over(symptom.statistic(), span);
    }

    private Figure over(Statistic statistic, Span span) {
        return Figure.largest(span.starts().mapToObj(start -> Figure.of(statistic, values(start, start
                + span.stretch()), "seconds with vitals")).toList());
    }

    /** The figure of some samples; a growth is over {@code usual}. */
    Figure of(Statistic statistic, List<Vitals> samples, @Nullable Double usual) {
        double[] values = samples.stream().filter(this::says).mapToDouble(this::value).sorted().toArray();
        if (statistic != Statistic.GROWTH) {
            return Figure.of(statistic, values, "seconds with vitals");
        }
        Figure most = Figure.of(Statistic.MAX, values, "seconds with vitals");
        Double value = most.value();
        if (value == null || usual == null) {
            return Figure.missing(most.samples(), "no seconds with vitals, or none of the baseline");
        }
        return Figure.of(value / Math.max(1, usual), most.samples());
    }

    /** What growth is measured over: the median of the baseline; null where there is none. */
    @Nullable
    Double usual(String baseline) {
        PhaseSpan phase = Span.phase(run, baseline);
        return phase == null
                ? null
                : Figure.of(Statistic.P50, values(phase.fromSecond(), phase.toSecond()), "seconds with vitals").value();
    }

    private Figure growth(String baseline, Span span) {
        PhaseSpan phase = Span.phase(run, baseline);
        if (phase == null) {
            return Figure.missing(0, "the run has no baseline phase " + baseline);
        }
        Figure usual = Figure.of(Statistic.P50, values(phase.fromSecond(), phase.toSecond()),
                "seconds with vitals of the baseline " + baseline);
        Figure most = over(Statistic.MAX, span);
        if (usual.value() == null || most.value() == null) {
            return usual.value() == null ? usual : most;
        }
        return Figure.of(most.value() / Math.max(1, usual.value()), most.samples());
    }

    private double[] values(int from, int to) {
        return run.seconds().stream().filter(second -> second.second() >= from && second.second() < to)
                .map(Second::vitals).filter(Objects::nonNull).filter(this::says).mapToDouble(this::value).sorted()
                .toArray();
    }

    private boolean says(Vitals vitals) {
        return metric != Metric.HEAP_USED || vitals.heapMaxBytes() > 0;
    }

    private double value(Vitals vitals) {
        return switch (metric) {
            case IN_FLIGHT -> vitals.inFlight();
            case WAITERS -> vitals.waiters();
            case ENTRIES -> vitals.entries();
            case HEAP_USED -> 100.0 * vitals.heapUsedBytes() / vitals.heapMaxBytes();
            case CPU -> 100.0 * vitals.cpuShare();
            case RESPONSE_TIME, SERVICE_TIME, FAILED_SHARE, TRAVERSAL_TIME, MEMORY_DEATHS, RESTARTS ->
                throw new IllegalArgumentException("metric is " + metric.id() + "; allowed: a gauge of the vitals");
        };
    }
}
