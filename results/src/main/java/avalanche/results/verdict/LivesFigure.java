package avalanche.results.verdict;

import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the service's lives. A death that cuts a window does not cut it here, since it is what is counted; a
 * window that reaches the last second has no end, since a life may end after the last request.
 */
final class LivesFigure {
    private LivesFigure() {}

    static Figure of(Metric metric, Run run, Span span) {
        if (run.lives().isEmpty()) {
            return Figure.missing(0, "no life of the service was recorded");
        }
        int end = run.phases().stream().mapToInt(PhaseSpan::toSecond).max().orElse(0);
        double to = span.phaseEnd() >= end ? Double.POSITIVE_INFINITY : span.phaseEnd();
        List<Life> counted = run.lives().stream().filter(life -> switch (metric) {
            case MEMORY_DEATHS -> life.ending().ofMemory() && within(life.endedSecond(), span.from(), to);
            case RESTARTS -> life.number() > 1 && life.readySecond() != null && within(life.startedSecond(), span
                    .from(), to);
            case RESPONSE_TIME, SERVICE_TIME, FAILED_SHARE, IN_FLIGHT, WAITERS, ENTRIES, TRAVERSAL_TIME, HEAP_USED,
                    CPU ->
                throw new IllegalArgumentException("metric is " + metric.id() + "; allowed: one of lives");
        }).toList();
        Life unclear = metric == Metric.RESTARTS && counted.isEmpty() ? unclear(run, span.from(), to) : null;
        return unclear == null
                ? Figure.of(counted.size(), run.lives().size())
                : Figure.missing(run.lives().size(), words(unclear));
    }

    /**
     * A further life that leaves open whether the service would have come back: it has not answered yet, or it ended before
     * it did, and not by what the experiment is about.
     */
    private static @Nullable Life unclear(Run run, int from, double to) {
        return run.lives().stream().filter(life -> life.number() > 1 && life.readySecond() == null && !life.ending()
                .ofMemory() && life.ending() != Ending.STOPPED && within(life.startedSecond(), from, to)).findFirst()
                .orElse(null);
    }

    private static String words(Life life) {
        String started = "life " + life.number() + " was started in second " + Words.number(Math.floor(life
                .startedSecond()));
        return life.endedSecond() == null
                ? started + " and had not answered when the run ended"
                : started + " and ended before it answered: " + life.ending().words() + (life.evidence().isEmpty()
                        ? ""
                        : " (" + String.join("; ", life.evidence()) + ")");
    }

    private static boolean within(@Nullable Double second, int from, double to) {
        return second != null && second >= from && second < to;
    }
}
