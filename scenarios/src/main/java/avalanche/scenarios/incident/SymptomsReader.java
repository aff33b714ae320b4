package avalanche.scenarios.incident;

import avalanche.results.verdict.Bound;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.results.verdict.Symptom;
import avalanche.results.verdict.Window;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the sections {@code conditions} and {@code symptoms}. */
final class SymptomsReader {
    /** Which requests a metric of requests may be about. */
    static final List<String> REQUESTS = Stream.concat(Arrays.stream(Kind.values()).map(Kind::id), Stream.of("writes",
            "all")).toList();

    private final List<Phase> phases;
    private final List<String> names;

    SymptomsReader(List<Phase> phases) {
        this.phases = phases;
        this.names = phases.stream().map(Phase::name).toList();
    }

    List<Symptom> read(Section section) {
        List<Symptom> symptoms = new ArrayList<>();
        section.sections().forEach((id, inner) -> {
            Symptom symptom = symptom(id, inner);
            if (symptom != null) {
                symptoms.add(symptom);
            }
        });
        return symptoms;
    }

    private @Nullable Symptom symptom(String id, Section section) {
        String title = section.required("title", "one line", Section.text());
        Metric metric = section.required("metric", String.join(", ", metrics()), SymptomsReader::metric);
        Statistic statistic = statistic(section, metric);
        String requests = requests(section, metric);
        Window window = window(section);
        String baseline = baseline(section, statistic);
        String quote = section.optional("quote", Section.text());
        Bound bound = metric == null || statistic == null
                ? null
                : section.required("bound", "a bound in quotes, such as \"> 120 ms\"", text -> Bounds.read(text,
                        metric, statistic));
        if (title == null || metric == null || statistic == null || window == null || bound == null
                || (statistic == Statistic.GROWTH) != (baseline != null) || metric.ofRequests() != (requests != null)) {
            return null;
        }
        return new Symptom(id, title, metric, requests, statistic, window, baseline, bound, quote);
    }

    private @Nullable Window window(Section section) {
        Section window = section.requiredSection("window");
        return window == null ? null : new WindowReader(phases).read(window);
    }

    private static @Nullable Statistic statistic(Section section, @Nullable Metric metric) {
        List<String> fit = metric == null
                ? statistics(List.of(Statistic.values()))
                : statistics(Arrays.stream(Statistic.values()).filter(metric::allows).toList());
        return section.required("statistic", String.join(", ", fit), text -> {
            Statistic statistic = Statistic.byId(text).orElseThrow(() -> Unfit.word(text, fit));
            if (metric != null && !metric.allows(statistic)) {
                throw new Unfit("'" + text + "' means nothing for " + metric.id(), fit.toArray(String[]::new));
            }
            return statistic;
        });
    }

    private static @Nullable String requests(Section section, @Nullable Metric metric) {
        if (metric == null) {
            return section.optional("requests", Section.word(REQUESTS));
        }
        if (metric.ofRequests()) {
            return section.required("requests", String.join(", ", REQUESTS), Section.word(REQUESTS));
        }
        if (section.has("requests")) {
            section.problems().add(section.placeOf("requests"), section.below("requests"), metric.id()
                    + " is not measured on requests", "no such key here");
        }
        return null;
    }

    private @Nullable String baseline(Section section, @Nullable Statistic statistic) {
        if (statistic == Statistic.GROWTH) {
            return section.required("baseline", "a phase: " + String.join(", ", names), Section.word(names));
        }
        if (statistic != null && section.has("baseline")) {
            section.problems().add(section.placeOf("baseline"), section.below("baseline"), "does not belong to "
                    + statistic.id(), "only with statistic growth");
        }
        return null;
    }

    private static Metric metric(String text) throws Unfit {
        return Metric.byId(text).orElseThrow(() -> Unfit.word(text, metrics()));
    }

    static List<String> metrics() {
        return Arrays.stream(Metric.values()).map(Metric::id).toList();
    }

    private static List<String> statistics(List<Statistic> statistics) {
        return statistics.stream().map(Statistic::id).toList();
    }
}
