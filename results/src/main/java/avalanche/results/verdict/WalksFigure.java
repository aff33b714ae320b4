package avalanche.results.verdict;

import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A statistic of full walks over the map, combined from summaries of single seconds. Mean and largest are exact; the
 * largest also counts walks that are still under way, with the time they have taken so far. A percentile p is the
 * percentile p of the per-second percentiles p, each weighted with its number of walks: exact where a second holds one
 * walk or walks of one length, an approximation elsewhere.
 */
final class WalksFigure {
    private final Run run;

    WalksFigure(Run run) {
        this.run = run;
    }

    Figure of(Statistic statistic, Span span) {
        return Figure.largest(span.starts().mapToObj(start -> of(statistic, vitals(start, start + span.stretch())))
                .toList());
    }

    /** The figure of some samples. */
    static Figure of(Statistic statistic, List<Vitals> vitals) {
        List<Quantiles> walks = vitals.stream().map(Vitals::traversals).filter(walk -> !walk.isEmpty()).toList();
        long ended = walks.stream().mapToLong(Quantiles::count).sum();
        if (statistic == Statistic.MAX) {
            return largest(vitals, walks, ended);
        }
        if (ended < Figure.fewest(statistic)) {
            return Figure.tooFew(statistic, ended, "walks that ended");
        }
        double value = switch (statistic) {
            case MEAN -> walks.stream().mapToDouble(walk -> walk.mean() * walk.count()).sum() / ended;
            case P50 -> weighted(walks, Quantiles::p50, 0.5, ended);
            case P90 -> weighted(walks, Quantiles::p90, 0.9, ended);
            case P99 -> weighted(walks, Quantiles::p99, 0.99, ended);
            case P999, MAX, MIN, TOTAL, GROWTH -> throw new IllegalArgumentException("statistic is " + statistic.id()
                    + "; allowed: p50, p90, p99, mean, max");
        };
        return Figure.of(value, ended);
    }

    private static Figure largest(List<Vitals> vitals, List<Quantiles> walks, long ended) {
        double running = vitals.stream().mapToDouble(Vitals::longestTraversalMillis).max().orElse(0);
        double done = walks.stream().mapToDouble(Quantiles::max).max().orElse(0);
        long samples = ended + (running > 0 ? 1 : 0);
        return samples == 0
                ? Figure.tooFew(Statistic.MAX, 0, "walks, ended or under way,")
                : Figure.of(Math.max(running, done), samples);
    }

    private static double weighted(List<Quantiles> walks, ToDoubleFunction<Quantiles> of, double share, long total) {
        double value = 0;
        double before = 0;
        for (Quantiles walk : walks.stream().sorted(Comparator.comparingDouble(of)).toList()) {
            if (before < share * total) {
                value = of.applyAsDouble(walk);
            }
            before += walk.count();
        }
        return value;
    }

    private List<Vitals> vitals(int from, int to) {
        return run.seconds().stream().filter(second -> second.second() >= from && second.second() < to)
                .map(Second::vitals).filter(Objects::nonNull).toList();
    }
}
