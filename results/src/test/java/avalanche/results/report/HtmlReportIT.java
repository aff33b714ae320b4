package avalanche.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.record.ExampleRecords;
import avalanche.results.record.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportIT {
    private static final Pattern PLACE = Pattern.compile("<div class=\"chart (\\w+)\"");
    private static final Pattern ERRORS = Pattern.compile("<html[^>]*data-errors=\"([^\"]*)\"");

    /** How far down the bar of a life is named, and which life that is. */
    private static final Pattern LIFE = Pattern.compile(
            "<text[^>]*translate\\([\\d.]+ ([\\d.]+)\\)[^>]*>(\\d): [^<]*</text>");

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    @Test
    void drawsEveryChartOfBothRunsWithoutAnError() throws Exception {
        String dom = Browser.find(folder).dump(HtmlReport.render(Rehearsals.collapse()));
        assertThat(dom).doesNotContainPattern(ERRORS).contains("data-charts=\"16\"", ">REPRODUCED</p>");
        assertThat(drawings(dom)).hasSize(16).allSatisfy(drawing -> assertThat(drawing).contains("<svg", "<path"));
        assertThat(drawings(dom)).anySatisfy(drawing -> assertThat(drawing).contains("predicted", "died"));
    }

    @Test
    void drawsWithoutAControl() throws Exception {
        String dom = Browser.find(folder).dump(HtmlReport.render(Rehearsals.withoutControl()));
        assertThat(dom).doesNotContainPattern(ERRORS).contains("data-charts=\"8\"");
        assertThat(drawings(dom)).hasSize(8).allSatisfy(drawing -> assertThat(drawing).contains("<svg", "<path"));
    }

    @Test
    void marksTheOrderOfAMitigation() throws Exception {
        String dom = Browser.find(folder).dump(HtmlReport.render(ExampleRecords.mitigated()));
        assertThat(dom).doesNotContainPattern(ERRORS).contains("data-charts=\"16\"", "id=\"recovery\"");
        assertThat(drawings(dom)).anySatisfy(drawing -> assertThat(drawing).contains("more-replicas ordered", "done"));
    }

    @Test
    void replicasStandInRowsOfTheirOwn_andOneRestartedInItsOwn() throws Exception {
        String dom = Browser.find(folder).dump(HtmlReport.render(Rehearsals.withReplicas()));
        assertThat(dom).doesNotContainPattern(ERRORS);
        Map<String, Double> rows = LIFE.matcher(drawings(dom).getFirst()).results().collect(Collectors.toMap(
                found -> found.group(2), found -> Double.valueOf(found.group(1))));
        assertThat(rows).containsOnlyKeys("1", "2", "3");
        double first = rows.getOrDefault("1", Double.NaN);
        assertThat(rows).containsEntry("2", first);
        assertThat(rows.getOrDefault("3", Double.NaN) - first).as("pixels to the next row").isGreaterThan(22);
    }

    @Test
    void namesOnceWhatSetsInAtOneReplicaAfterTheOther() throws Exception {
        String drawing = drawings(Browser.find(folder).dump(HtmlReport.render(Rehearsals.withReplicas()))).get(1);
        assertThat(drawing).containsOnlyOnce(">slow-callback on</text>").contains(">died</text>");
    }

    @Test
    void drawsAHostileIncidentAsText() throws Exception {
        String attack = "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>";
        RunRecord record = Rehearsals.with(attack, attack, Rehearsals.collapse().runs());
        String dom = HtmlReportTest.withoutLibrary(Browser.find(folder).dump(HtmlReport.render(record)));
        assertThat(dom).doesNotContainPattern(ERRORS).doesNotContain("<title>owned", "<img").contains(
                "data-charts=\"16\"");
    }

    @Test
    void noticesAnErrorInThePage() throws Exception {
        String html = HtmlReport.render(Rehearsals.withoutControl()).replace("</body>",
                "<script>console.error('said aloud');</script><script>throw new Error('thrown');</script></body>");
        String dom = Browser.find(folder).dump(html);
        assertThat(ERRORS.matcher(dom).results().map(found -> found.group(1)).toList()).singleElement()
                .asString().contains("said aloud", "thrown");
    }

    /** What stands under each chart's place, up to the next place. */
    private static List<String> drawings(String dom) {
        List<MatchResult> places = PLACE.matcher(dom).results().toList();
        return places.stream().map(place -> dom.substring(place.end(), dom.indexOf("</figure>", place.end()))).toList();
    }
}
