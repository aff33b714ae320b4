package avalanche.results.verdict;

import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes a symptom's number from a run. */
final class Reader {
    private final RunEvidence evidence;

    Reader(RunEvidence evidence) {
        this.evidence = evidence;
    }

    Reading read(Symptom symptom) {
        Run run = evidence.run();
        Span span = Span.of(symptom.window(), run);
        if (span == null) {
            return new Reading(null, 0, 0, 0, "the run has no phase " + symptom.window().phase() + "; it has "
                    + run.phases().stream().map(phase -> phase.name()).toList());
        }
        if (symptom.metric().source() == Metric.Source.LIVES) {
            return reading(LivesFigure.of(symptom.metric(), run, span), span, span.phaseEnd(), null);
        }
        if (span.isEmpty()) {
            return new Reading(null, span.from(), span.from(), 0, span.ordered()
                    ? "the mitigation was ordered before the window began"
                    : "the service died as the window began");
        }
        Figure figure = switch (symptom.metric().source()) {
            case TIMES -> TimesFigure.of(symptom, evidence.histograms(), span);
            case COUNTS -> new CountsFigure(run, requests(symptom)).of(symptom.statistic(), span);
            case VITALS -> new VitalsFigure(run, symptom.metric()).of(symptom, span);
            case WALKS -> new WalksFigure(run).of(symptom.statistic(), span);
            case LIVES -> throw new IllegalStateException("lives were read above");
        };
        return reading(figure, span, span.to(), symptom.metric().ofRequests() ? null : silence(run, span));
    }

    /** Whether the order of a mitigation cut the symptom's window. */
    boolean isCutByOrder(Symptom symptom) {
        Span span = Span.of(symptom.window(), evidence.run());
        return span != null && span.ordered();
    }

    static String requests(Symptom symptom) {
        String requests = symptom.requests();
        if (requests == null) {
            throw new IllegalArgumentException("requests of " + symptom.id() + " is null; allowed for "
                    + symptom.metric().id() + ": a request kind, writes or all");
        }
        return requests;
    }

    private static Reading reading(Figure figure, Span span, int to, @Nullable String limit) {
        String note = join(join(figure.missing(), limit), span.note());
        return new Reading(figure.value(), span.from(), to, figure.samples(), note);
    }

    private static @Nullable String join(@Nullable String a, @Nullable String b) {
        return a == null ? b : b == null ? a : a + "; " + b;
    }

    /** Says in how many seconds of the window the service did not answer. */
    private static @Nullable String silence(Run run, Span span) {
        long answered = run.seconds().stream().filter(second -> span.contains(second.second())
                && second.vitals() != null).count();
        long all = IntStream.range(span.from(), span.to()).count();
        long partly = run.seconds().stream().filter(second -> span.contains(second.second())).map(Second::vitals)
                .filter(vitals -> vitals != null && vitals.silent() > 0).count();
        return join(answered == all ? null : "no vitals in " + (all - answered) + " of " + all + " seconds", partly == 0
                ? null
                : "a replica did not answer in " + partly + " of " + all + " seconds");
    }
}
