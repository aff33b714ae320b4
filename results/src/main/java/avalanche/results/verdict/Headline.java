package avalanche.results.verdict;

import avalanche.results.evidence.Life;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Run;
import avalanche.results.verdict.Outcome.Answer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one sentence that a verdict opens with. */
final class Headline {
    private static final int FACTS = 5;

    private final String onset;
    private final Run incident;
    private final boolean controlled;

    Headline(String onset, Run incident, boolean controlled) {
        this.onset = onset;
        this.incident = incident;
        this.controlled = controlled;
    }

    String of(Verdict verdict, List<String> reasons, List<Outcome> shown) {
        String with = "with " + incident.map();
        long met = with(shown, Answer.MET).size();
        return switch (verdict) {
            case REPRODUCED -> "The incident came back " + with + ": " + facts(with(shown, Answer.MET))
                    + "; the control stayed healthy.";
            case PARTIAL -> met + " of " + (shown.size() - with(shown, Answer.NOT_YET).size()) + " symptoms came back "
                    + with + ": " + facts(with(shown,
                            Answer.MET)) + "; missing: " + missing(shown) + ".";
            case NOT_REPRODUCED -> "The incident did not come back " + with + (controlled ? "" : " (no control ran)")
                    + ": " + facts(shown) + "; none of " + shown.size() + " symptoms counts.";
            case INCONCLUSIVE -> "Cannot tell whether the incident came back " + with + ": " + first(reasons);
            case INVALID -> "The experiment " + with + " did not take place as described: " + first(reasons);
        };
    }

    private static String first(List<String> reasons) {
        String first = reasons.getFirst();
        String more = reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)";
        return (first.endsWith(".") ? first.substring(0, first.length() - 1) : first) + more + ".";
    }

    private static List<Outcome> with(List<Outcome> shown, Answer answer) {
        return shown.stream().filter(outcome -> outcome.answer() == answer).toList();
    }

    private static String missing(List<Outcome> shown) {
        return String.join(", ", shown.stream().filter(outcome -> outcome.answer() != Answer.MET
                && outcome.answer() != Answer.NOT_YET).map(outcome -> outcome
                        .symptom().id() + (outcome.answer() == Answer.IN_CONTROL_TOO ? " (in the control too)" : ""))
                .toList());
    }

    private String facts(List<Outcome> outcomes) {
        return String.join(", ", outcomes.stream().limit(FACTS).map(this::fact).toList());
    }

    private String fact(Outcome outcome) {
        Double value = outcome.incident().value();
        return value == null ? outcome.symptom().id() + " not observed" : fact(outcome.symptom(), value);
    }

    private String fact(Symptom symptom, double value) {
        String statistic = symptom.statistic().id().toUpperCase(Locale.ROOT);
        return switch (symptom.metric()) {
            case RESPONSE_TIME -> singular(symptom.requests()) + " " + statistic + " " + Words.duration(value);
            case SERVICE_TIME -> singular(symptom.requests()) + " service time " + statistic + " " + Words.duration(
                    value);
            case FAILED_SHARE -> Words.number(value) + " % of " + ("all".equals(symptom.requests())
                    ? "requests"
                    : symptom.requests()) + " failed";
            case IN_FLIGHT -> gauge(symptom, value, "requests in flight");
            case WAITERS -> gauge(symptom, value, "waiters for the lock");
            case ENTRIES -> gauge(symptom, value, "entries");
            case TRAVERSAL_TIME -> "walk " + statistic + " " + Words.duration(value);
            case HEAP_USED -> "heap " + Words.value(symptom, value);
            case CPU -> "processors " + Words.value(symptom, value);
            case MEMORY_DEATHS -> deaths(value);
            case RESTARTS -> Words.number(value) + (value == 1 ? " restart" : " restarts");
        };
    }

    private static String singular(@Nullable String requests) {
        return "writes".equals(requests) ? "write" : "all".equals(requests) ? "request" : String.valueOf(requests);
    }

    private static String gauge(Symptom symptom, double value, String what) {
        return symptom.statistic() == Statistic.GROWTH
                ? what + " " + Words.value(symptom, value)
                : Words.number(value) + " " + what;
    }

    private String deaths(double value) {
        PhaseSpan phase = Span.phase(incident, onset);
        Life first = Span.deaths(incident).stream().filter(life -> life.ending().ofMemory()).findFirst().orElse(null);
        if (value == 0 || phase == null || first == null || first.endedSecond() == null) {
            return Words.number(value) + " deaths of memory";
        }
        return first.ending().words() + " " + Words.number(Math.floor(first.endedSecond() - phase.fromSecond()))
                + " s after the onset" + (value > 1 ? " (" + Words.number(value) + " times)" : "");
    }
}
