package avalanche.results.report;

import avalanche.results.record.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rehearsal as one HTML file that makes no request to anywhere: style, script, chart library and data are in it. */
public final class HtmlReport {
    private static final String RESOURCES = "/avalanche/results/report/";
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private HtmlReport() {}

    /** The report's text. Whatever came from outside is escaped in it. */
    public static String render(RunRecord record) {
        Map<String, String> parts = Map.of(
                "title", VerdictSection.word(record.judgement().verdict()) + ": "
                        + Html.text(record.incident().title()),
                "style", resource(RESOURCES + "report.css"),
                "body", body(record),
                "data", ChartData.json(record),
                "charts", resource(CHART_LIBRARY),
                "script", resource(RESOURCES + "report.js"));
        return fill(resource(RESOURCES + "report.html"), parts);
    }

    /**
     * Writes the report, in UTF-8, over whatever was there.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(RunRecord record, Path file) throws IOException {
        Files.writeString(file, render(record), StandardCharsets.UTF_8);
    }

    private static String body(RunRecord record) {
        return VerdictSection.html(record) + "<main id=\"main\">\n" + OutcomeTables.symptoms(record)
                + InterventionSection.html(record) + ChartSection.html(record) + OutcomeTables.conditions(record)
                + EvidenceTables.receipts(record)
                + EvidenceTables.fidelity(record) + EvidenceTables.lives(record) + EvidenceTables.unseen(record)
                + SourceSection.html(record)
                + "</main>\n";
    }

    /** Fills each placeholder once; what was filled in is not searched again. */
    private static String fill(String template, Map<String, String> parts) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            String part = parts.get(match.group(1));
            if (part == null) {
                throw new IllegalStateException("report.html has the placeholder " + match.group() + "; known: "
                        + parts.keySet());
            }
            return Matcher.quoteReplacement(part);
        });
    }

    private static String resource(String path) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing; build the module results again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + path + " cannot be read", e);
        }
    }
}
