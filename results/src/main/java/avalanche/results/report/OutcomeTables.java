package avalanche.results.report;

import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Outcome;
import avalanche.results.verdict.Reading;
import avalanche.results.verdict.Symptom;
import avalanche.results.verdict.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The symptoms of the post-mortem and the conditions of the experiment, each with its number and its bound. */
final class OutcomeTables {
    private OutcomeTables() {}

    static String symptoms(RunRecord record) {
        List<Outcome> symptoms = record.judgement().symptoms();
        long met = symptoms.stream().filter(outcome -> outcome.answer() == Outcome.Answer.MET).count();
        return Html.section("symptoms", "Symptoms: " + met + " of " + symptoms.size() + " shown",
                Html.table("Symptoms of the post-mortem",
                        List.of("Symptom", "Answer", "Incident", "Bound", "Control", "Metric", "Window", "Why"),
                        symptoms.stream().map(outcome -> row(outcome, false)).toList()));
    }

    static String conditions(RunRecord record) {
        List<Outcome> conditions = record.judgement().conditions();
        if (conditions.isEmpty()) {
            return "";
        }
        return Html.section("conditions", "Did the experiment take place as described?",
                Html.table("Conditions of the experiment",
                        List.of("Condition", "Answer", "Incident", "Bound", "Control", "Metric", "Window", "Why"),
                        conditions.stream().map(outcome -> row(outcome, true)).toList()));
    }

    private static String row(Outcome outcome, boolean condition) {
        Symptom symptom = outcome.symptom();
        String quote = symptom.quote() == null ? "" : "<q>" + Html.text(symptom.quote()) + "</q>";
        return Html.row(Html.text(symptom.title()) + quote, "<td>" + chip(outcome.answer(), condition) + "</td>",
                reading(symptom, outcome.incident()), Html.number(Figures.bound(symptom)),
                reading(symptom, outcome.control()), Html.cell(metric(symptom)), Html.cell(window(outcome)),
                "<td class=\"why\">" + Html.text(outcome.reason()) + "</td>");
    }

    private static String reading(Symptom symptom, @Nullable Reading reading) {
        if (reading == null) {
            return "<td class=\"n\"><span class=\"none\">no control</span></td>";
        }
        String note = reading.note() == null ? "" : "<small>" + Html.text(reading.note()) + "</small>";
        return "<td class=\"n\"><strong>" + Figures.of(symptom, reading.value()) + "</strong>" + note + "</td>";
    }

    private static String metric(Symptom symptom) {
        String of = symptom.requests() == null ? "" : " of " + symptom.requests();
        String since = symptom.baseline() == null ? "" : " over " + symptom.baseline();
        return symptom.statistic().id() + " " + symptom.metric().id() + of + since;
    }

    private static String window(Outcome outcome) {
        Window window = outcome.symptom().window();
        Integer worst = window.worstOfSeconds();
        return window.phase() + (window.untilDeath() ? " until death" : "") + (window.toEnd() ? " to the end" : "")
                + (worst == null ? "" : ", worst " + worst + " s") + " (" + outcome.incident().fromSecond() + "–"
                + outcome.incident().toSecond() + " s)";
    }

    private static String chip(Outcome.Answer answer, boolean condition) {
        return switch (answer) {
            case MET -> condition ? Html.chip("good", "held") : Html.chip("bad shown", "met");
            case NOT_MET -> condition ? Html.chip("bad", "did not hold") : Html.chip("good", "not met");
            case NOT_YET -> Html.chip("mute", "not yet");
            case NOT_OBSERVED -> Html.chip("warn", "not observed");
            case IN_CONTROL_TOO -> Html.chip("warn", "in control too");
        };
    }
}
