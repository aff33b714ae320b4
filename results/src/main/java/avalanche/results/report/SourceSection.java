package avalanche.results.report;

import avalanche.results.record.Environment;
import avalanche.results.record.IncidentSource;
import avalanche.results.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the numbers come from: the post-mortem's story, the command, the machine, the incident file. */
final class SourceSection {
    private SourceSection() {}

    static String html(RunRecord record) {
        IncidentSource incident = record.incident();
        return "<div class=\"pair\">"
                + Html.section("story", "The incident", "<p class=\"story\">" + Html.text(incident.story()) + "</p>")
                + Html.section("again", "Run it again",
                        "<div class=\"command\"><pre><code id=\"command\" tabindex=\"0\">"
                                + Html.text(record.command())
                                + "</code></pre><button type=\"button\" id=\"copy\" hidden>"
                                + "Copy</button></div><p>Seed <code>" + record.seed()
                                + "</code>: the same seed sends the same "
                                + "requests at the same instants.</p>" + overrides(incident))
                + "</div>\n" + environment(record)
                + Html.section("file", "Incident file", "<details><summary><code>" + Html.text(incident.path())
                        + "</code> as read, SHA-256 <code class=\"hash\">" + Html.text(incident.sha256())
                        + "</code></summary><pre tabindex=\"0\">" + Html.text(incident.text()) + "</pre></details>");
    }

    private static String overrides(IncidentSource incident) {
        return incident.overrides().isEmpty() ? ""
                : "<p>Overridden on the command line:</p>" + Html.list(incident.overrides(), "evidence");
    }

    private static String environment(RunRecord record) {
        Environment environment = record.environment();
        List<String> rows = new ArrayList<>();
        rows.add(row("System", environment.os()));
        rows.add(row("Processors", Figures.count(environment.processors()) + ", " + environment.pinning()));
        rows.add(row("Memory", Figures.mebibytes((double) environment.memoryBytes())));
        rows.add(row("Java", environment.java()));
        rows.add(row("Versions", pairs(environment.versions())));
        rows.add(row("Limits", pairs(environment.limits())));
        rows.add(row("Platform", record.runs().isEmpty() ? Figures.NONE : record.runs().getLast().platform()));
        rows.add(row("Record", record.id() + ", schema " + record.schema() + ", " + Figures.instant(record.startedAt())
                + " to " + Figures.instant(record.endedAt())));
        return Html.section("environment", "Environment",
                Html.table("Environment", List.of("What", "Value"), rows));
    }

    private static String row(String name, String value) {
        return Html.row(Html.text(name), Html.cell(value));
    }

    private static String pairs(Map<String, String> byName) {
        if (byName.isEmpty()) {
            return Figures.NONE;
        }
        return String.join(", ", new TreeMap<>(byName).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()).toList());
    }
}
