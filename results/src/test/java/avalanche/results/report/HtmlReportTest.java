package avalanche.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Run;
import avalanche.results.record.ExampleRecords;
import avalanche.results.record.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
    private static final String ATTACK = "</script><script>alert('x')</script><img src=x onerror=\"y\">{{script}}$1";

    @Test
    void showsTheVerdictWithoutScripts() {
        String html = HtmlReport.render(Rehearsals.collapse());
        assertThat(html).contains("id=\"verdict\">REPRODUCED</p>", "as expected",
                "expected REPRODUCED, got REPRODUCED", "5.00 s", "&gt; 120 ms", "97.4 %", "4,200", "3.9 ms",
                "slow-callback", "heap exhausted", "12,240", "--seed 42", "schema 2");
    }

    @Test
    void escapesWhateverComesFromTheIncident() {
        RunRecord record = Rehearsals.with(ATTACK, ATTACK, Rehearsals.collapse().runs());
        String html = HtmlReport.render(record);
        assertThat(html).doesNotContain("<script>alert", "<img src=x").contains("&lt;/script&gt;&lt;script&gt;alert",
                "{{script}}$1");
    }

    @Test
    void tellsTheStrategyAndHowItWasWalked() {
        assertThat(HtmlReport.render(Rehearsals.collapse())).contains("<dt>Strategy</dt><dd>locked</dd>",
                "<dt>Walks</dt><dd>natural</dd>");
    }

    @Test
    void keepsTheDataInsideItsScriptElement() {
        RunRecord record = Rehearsals.collapse();
        var run = record.runs().getLast();
        var receipt = new avalanche.results.evidence.Receipt(ATTACK, 1, 2.0, ATTACK, ATTACK, true);
        var hostile = new avalanche.results.evidence.Run(run.role(), run.platform(), run.strategy(), run.traversal(),
                run.startedAt(),
                run.phases(), run.seconds(), run.lives(), List.of(receipt), run.fidelity());
        String json = ChartData.json(Rehearsals.with("t", "s", List.of(hostile)));
        assertThat(json).doesNotContain("<", ">").contains("\\u003c/script\\u003e");
        assertThat(JsonMapper.shared().readTree(json).at("/runs/0/faults/0/subject").asString()).isEqualTo(ATTACK);
    }

    @Test
    void refersToNothingOutside() {
        String whole = HtmlReport.render(Rehearsals.collapse());
        String html = withoutLibrary(whole);
        assertThat(whole).contains("Apache License, Version 2.0");
        assertThat(Pattern.compile("<(link|img|iframe|script)[^>]*\\b(src|href)=").matcher(html).find()).isFalse();
        assertThat(Pattern.compile("(src|href)\\s*=\\s*[\"']?(https?:)?//").matcher(html).find()).isFalse();
        assertThat(html).contains("default-src 'none'").doesNotContain("@import",
                "url(");
    }

    /** The page but for the chart library, which holds such words as data. */
    static String withoutLibrary(String html) {
        return Pattern.compile("/\\*\\s*\\* Licensed to the Apache.*?</script>", Pattern.DOTALL).matcher(html)
                .replaceFirst("</script>");
    }

    @Test
    void leavesAGapWhereTheServiceWasDead() {
        JsonNode lines = JsonMapper.shared().readTree(ChartData.json(Rehearsals.collapse())).at("/runs/1/lines");
        for (String vital : List.of("inFlight", "entries", "heap", "cpu", "writesP99", "walkMax")) {
            assertThat(lines.path(vital).size()).isEqualTo(60);
            assertThat(lines.path(vital).path(45).isNull()).as(vital + " at second 45").isTrue();
        }
        assertThat(lines.path("refused").path(45).asInt()).isEqualTo(204);
        assertThat(lines.path("inFlight").path(43).asInt()).isGreaterThan(1000);
    }

    @Test
    void fillsMissingSecondsWithGaps() {
        var run = Rehearsals.collapse().runs().getLast();
        var sparse = new avalanche.results.evidence.Run(run.role(), run.platform(), run.strategy(), run.traversal(), run
                .startedAt(),
                run.phases(), run.seconds().subList(3, 5), run.lives(), run.receipts(), run.fidelity());
        JsonNode lines = JsonMapper.shared().readTree(ChartData.json(Rehearsals.with("t", "s", List.of(sparse))))
                .at("/runs/0/lines/ok");
        assertThat(lines.size()).isEqualTo(60);
        assertThat(lines.path(2).isNull()).isTrue();
        assertThat(lines.path(3).asInt()).isEqualTo(204);
    }

    @Test
    void tellsWhatWasOrderedAndWhatBecameOfIt() {
        String html = HtmlReport.render(ExampleRecords.mitigated());
        assertThat(html).contains("Mitigation: Scale out to &lt;three&gt; replicas", "scale-out: 3 replicas",
                "The service was as ordered at 28.0 s, 7.8 s later.", "victim-c", "recovered in second 31",
                "mitigation ordered, and done", "Not found (404)");
        JsonNode ordered = JsonMapper.shared().readTree(ChartData.json(ExampleRecords.mitigated())).at(
                "/runs/1/intervention");
        assertThat(ordered.path("ordered").asDouble()).isEqualTo(20.2);
        assertThat(HtmlReport.render(Rehearsals.collapse())).doesNotContain("id=\"mitigation\"",
                "mitigation ordered, and");
    }

    @Test
    void drawsToTheLastThingThatBecameOfTheService() {
        Run run = Rehearsals.withoutControl().runs().getFirst();
        Life first = run.lives().getFirst();
        List<Life> late = List.of(new Life(1, first.startedSecond(), first.readySecond(), 63.5, first.ending(), 3, 0,
                List
                        .of()), new Life(2, 63.6, 71.2, null, Ending.ALIVE, null, 0, List.of()));
        RunRecord record = Rehearsals.with("Late", "It died after the traffic.", List.of(new Run(run.role(), run
                .platform(),
                run.strategy(), run.traversal(), run.startedAt(), run.phases(), run.seconds(), late, run.receipts(), run
                        .fidelity())));
        JsonNode charts = JsonMapper.shared().readTree(ChartData.json(record)).at("/runs/0");
        assertThat(charts.path("end").asInt()).isEqualTo(72);
        assertThat(charts.at("/lines/inFlight")).hasSize(72);
    }

    @Test
    void rendersWithoutAControl() {
        assertThat(HtmlReport.render(Rehearsals.withoutControl())).contains("charts single", "no control")
                .doesNotContain("data-role=\"control\"");
    }

    @Test
    void putsTheNumbersIntoTheGrowthFormula() {
        assertThat(HtmlReport.render(Rehearsals.collapse())).contains("58.1/s",
                "120 × (1 − 1/(4 × 0.50 s)) = <b>60.0/s");
    }

    @Test
    void writesTheSameText(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.html");
        HtmlReport.write(Rehearsals.collapse(), file);
        assertThat(Files.readString(file)).isEqualTo(HtmlReport.render(Rehearsals.collapse()));
    }
}
