package avalanche.results.report;

import avalanche.results.evidence.Run;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Verdict;
import java.time.Duration;
import java.util.List;

/** The first screen: the answer, in colour, shape and word, and whether it is the one that was expected. */
final class VerdictSection {
    private VerdictSection() {}

    static String html(RunRecord record) {
        Verdict verdict = record.judgement().verdict();
        boolean expected = verdict == record.expected();
        return "<header class=\"verdict " + tone(verdict)
                + "\">\n<p class=\"kicker\">Rehearsal of an incident</p>\n<h1>"
                + Html.text(record.incident().title()) + "</h1>\n<div class=\"answer\">" + shape(verdict)
                + "<p class=\"word\" id=\"verdict\">" + word(verdict) + "</p>"
                + "<p class=\"expect\">" + Html.chip(expected ? "good" : "bad", expected ? "as expected"
                        : "not as expected")
                + "<span>expected " + word(record.expected()) + ", got " + word(verdict) + "</span></p></div>\n"
                + "<p class=\"headline\">" + Html.text(record.judgement().headline()) + "</p>\n"
                + Html.list(record.judgement().reasons(), "reasons") + facts(record) + "</header>\n";
    }

    static String word(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    private static String facts(RunRecord record) {
        String strategy = record.runs().isEmpty() ? Figures.NONE : record.runs().getLast().strategy();
        String walks = record.runs().isEmpty() ? Figures.NONE : record.runs().getLast().traversal();
        boolean control = record.runs().stream().anyMatch(run -> run.role() == Run.Role.CONTROL);
        Duration took = Duration.between(record.startedAt(), record.endedAt());
        List<String> pairs = List.of(
                fact("Strategy", strategy), fact("Walks", walks), fact("Variant", record.incident().variant()),
                fact("Size", record.incident().size()), fact("Control", control ? "ran" : "none"),
                fact("Date", Figures.instant(record.startedAt())),
                fact("Took", took.toMinutes() + " min " + took.toSecondsPart() + " s"), fact("Run", record.id()));
        return "<dl class=\"facts\">" + String.join("", pairs) + "</dl>\n";
    }

    private static String fact(String name, String value) {
        return "<div><dt>" + Html.text(name) + "</dt><dd>" + Html.text(value) + "</dd></div>";
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> "bad";
            case PARTIAL -> "warn";
            case NOT_REPRODUCED -> "good";
            case INCONCLUSIVE, INVALID -> "mute";
        };
    }

    private static String shape(Verdict verdict) {
        String drawing = switch (verdict) {
            case REPRODUCED -> "<path d=\"M24 4 46 43H2Z\"/><path class=\"ink\" d=\"M24 17V30M24 34V38\"/>";
            case PARTIAL ->
                "<circle cx=\"24\" cy=\"24\" r=\"19\" class=\"hollow\"/><path d=\"M24 5a19 19 0 0 1 0 38Z\"/>";
            case NOT_REPRODUCED ->
                "<circle cx=\"24\" cy=\"24\" r=\"21\"/><path class=\"ink\" d=\"M13 25 21 33 35 16\"/>";
            case INCONCLUSIVE -> "<path d=\"M24 2 46 24 24 46 2 24Z\"/><path class=\"ink\" "
                    + "d=\"M18 19a6 6 0 1 1 8 6c-2 1-2 2-2 4M24 33V36\"/>";
            case INVALID -> "<path d=\"M5 5H43V43H5Z\"/><path class=\"ink\" d=\"M14 14 34 34M34 14 14 34\"/>";
        };
        return "<svg class=\"shape\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">" + drawing + "</svg>";
    }
}
