package avalanche.results.verdict;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

/**
 * A metric, a window and a bound. As a symptom it is expected of the incident and must be absent from the control; as a condition it must hold
 * in the incident run for the experiment to have taken place.
 *
 * @param id kebab-case name, unique in its file
 * @param title one line in the post-mortem's own terms
 * @param metric what is measured
 * @param requests which requests count: a request kind, {@code writes} or {@code all}; only for metrics of requests, else null
 * @param statistic how the values become one number
 * @param window where they are taken from
 * @param baseline the phase that {@link Statistic#GROWTH} compares with, else null
 * @param bound what the number must be
 * @param quote the post-mortem's sentence or figure, null where it has none
 */
public record Symptom(String id, String title, Metric metric, @Nullable String requests, Statistic statistic,
        Window window,
        @Nullable String baseline, Bound bound, @Nullable String quote) {
    public Symptom {
        if (!metric.allows(statistic)) {
            throw new IllegalArgumentException("statistic of " + id + " is " + statistic.id() + "; allowed for "
                    + metric.id() + ": " + metric.statistics().stream().map(Statistic::id).collect(joining(", ")));
        }
        if (metric.ofRequests() != (requests != null)) {
            throw new IllegalArgumentException("requests of " + id + " is " + requests + "; allowed for " + metric.id()
                    + ": " + (metric.ofRequests() ? "a request kind, writes or all" : "null"));
        }
        if ((statistic == Statistic.GROWTH) != (baseline != null)) {
            throw new IllegalArgumentException("baseline of " + id + " is " + baseline
                    + "; allowed: a phase exactly with statistic growth");
        }
    }
}
