package avalanche.results.report;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Outcome;
import avalanche.results.verdict.Recovery;
import avalanche.results.verdict.Symptom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several rehearsals of one incident side by side, as a Markdown table: a row each, a column for every symptom. */
public final class ComparisonTable {
    private ComparisonTable() {}

    /**
     * The table, in the order of the records.
     *
     * @throws IllegalArgumentException if there is no record, or they are of different incidents
     */
    public static String markdown(List<RunRecord> records) {
        List<String> incidents = records.stream().map(record -> record.incident().id()).distinct().toList();
        if (incidents.size() != 1) {
            throw new IllegalArgumentException("runs to compare are of the incidents " + incidents
                    + "; allowed: one or more runs of one incident");
        }
        Map<String, Symptom> symptoms = symptoms(records);
        boolean ordered = records.stream().anyMatch(record -> record.runs().getLast().intervention() != null);
        List<String> head = new ArrayList<>(List.of("strategy", "walk", "platform", "variant, size"));
        if (ordered) {
            head.addAll(List.of("mitigation", "recovery"));
        }
        head.add("verdict");
        symptoms.values().forEach(symptom -> head.add(symptom.title()));
        head.addAll(List.of("most in flight", "most heap", "how the service ended", "run"));
        StringBuilder table = new StringBuilder();
        line(table, head);
        line(table, head.stream().map(_ -> "---").toList());
        records.forEach(record -> line(table, row(record, symptoms, ordered)));
        return table.toString();
    }

    private static Map<String, Symptom> symptoms(List<RunRecord> records) {
        Map<String, Symptom> symptoms = new LinkedHashMap<>();
        for (RunRecord record : records) {
            record.judgement().symptoms().forEach(outcome -> symptoms.putIfAbsent(outcome.symptom().id(), outcome
                    .symptom()));
        }
        return symptoms;
    }

    private static List<String> row(RunRecord record, Map<String, Symptom> symptoms, boolean ordered) {
        Run incident = record.runs().getLast();
        List<String> cells = new ArrayList<>(List.of("`" + incident.strategy() + "`", "`" + incident
                .traversal() + "`", incident.platform(), record.incident().variant() + ", " + record.incident()
                        .size()));
        if (ordered) {
            cells.add(mitigation(incident));
            cells.add(recovery(record));
        }
        cells.add(VerdictSection.word(record.judgement().verdict()));
        Map<String, Outcome> outcomes = record.judgement().symptoms().stream().collect(Collectors.toMap(
                outcome -> outcome.symptom().id(), outcome -> outcome));
        symptoms.keySet().forEach(id -> cells.add(number(outcomes.get(id))));
        cells.add(most(incident, Vitals::inFlight, false));
        cells.add(most(incident, Vitals::heapUsedBytes, true));
        cells.add(ending(incident, onset(record)));
        cells.add(record.id());
        return cells;
    }

    private static String mitigation(Run run) {
        Intervention ordered = run.intervention();
        return ordered == null ? "none" : ordered.name() + ", " + Figures.seconds(ordered.orderedSecond());
    }

    private static String recovery(RunRecord record) {
        Recovery recovery = record.judgement().recovery();
        if (recovery == null) {
            return Figures.NONE;
        }
        Integer second = recovery.second();
        String when = second == null ? "" : " " + Figures.seconds((double) second - recovery.orderedSecond())
                + " later";
        return recovery.state().words() + when + (recovery.deaths() == 0 ? "" : ", deaths " + recovery.deaths());
    }

    /** The incident's number, in bold where it meets the symptom. */
    private static String number(@Nullable Outcome outcome) {
        if (outcome == null) {
            return Figures.NONE;
        }
        String number = Figures.of(outcome.symptom(), outcome.incident().value());
        return outcome.answer() == Outcome.Answer.MET ? "**" + number + "**" : number;
    }

    private static String most(Run run, ToDoubleFunction<Vitals> gauge, boolean bytes) {
        return run.seconds().stream().map(Second::vitals).filter(Objects::nonNull).mapToDouble(gauge).max().stream()
                .mapToObj(most -> bytes ? Figures.mebibytes(most) : Figures.count(most)).findFirst().orElse(
                        Figures.NONE);
    }

    /** The first second of the phase that the first symptom looks at. */
    private static double onset(RunRecord record) {
        List<Outcome> outcomes = record.judgement().symptoms();
        return outcomes.isEmpty() ? 0 : outcomes.getFirst().incident().fromSecond();
    }

    private static String ending(Run run, double onset) {
        for (Life life : run.lives()) {
            Double ended = life.endedSecond();
            if (life.ending().isDeath() && ended != null) {
                return life.ending().words() + " " + Figures.seconds(ended - onset) + " after the onset";
            }
        }
        return run.lives().isEmpty() ? Figures.NONE : "alive to the end";
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append("| ").append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(
                " | "))).append(" |\n");
    }
}
