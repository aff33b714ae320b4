package avalanche.results.verdict;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import java.util.List;
import java.util.Objects;

/** The share of failed requests: pooled over a window, or of its worst second. */
final class CountsFigure {
    private final Run run;
    private final String requests;

    CountsFigure(Run run, String requests) {
        this.run = run;
        this.requests = requests;
    }

    Figure of(Statistic statistic, Span span) {
        if (statistic == Statistic.MAX) {
            Figure worst = Figure.largest(span(span.from(), span.to()).stream().map(counts -> share(List.of(counts)))
                    .toList());
            return new Figure(worst.value(), share(span(span.from(), span.to())).samples(), worst.missing());
        }
        return Figure.largest(span.starts().mapToObj(start -> share(span(start, start + span.stretch()))).toList());
    }

    private List<Counts> span(int from, int to) {
        return run.seconds().stream().filter(second -> second.second() >= from && second.second() < to)
                .map(Second::traffic).map(traffic -> traffic.get(requests)).filter(Objects::nonNull)
                .map(Second.Traffic::counts).toList();
    }

    private Figure share(List<Counts> counts) {
        long ended = counts.stream().mapToLong(Counts::ended).sum();
        long failed = counts.stream().mapToLong(Counts::failed).sum();
        return ended == 0
                ? Figure.missing(0, "no request of " + requests + " ended in the window")
                : Figure.of(100.0 * failed / ended, ended);
    }
}
