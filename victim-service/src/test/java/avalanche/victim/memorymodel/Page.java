package avalanche.victim.memorymodel;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of what was seen. */
final class Page {
    private final Run run;
    private final String maps;
    private final Map<String, List<Observed>> seen;

    Page(Run run, String maps, Map<String, List<Observed>> seen) {
        this.run = run;
        this.maps = maps;
        this.seen = seen;
    }

    String render() {
        StringBuilder page = new StringBuilder(
                """
                        # The maps under the Java memory model

                        How often two threads ran beside each other, in thousands, and what was seen that no order of their operations explains. Written by
                        `mvn -Pmemory-model -pl victim-service verify%s` with jcstress on %s, %d processors; Java %s. What each test does stands in its class.
                        `%s` is broken on purpose: a run that does not catch it fails, as does one that catches any other.

                        """
                        .formatted(options(), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
                                System
                                        .getProperty("java.vm.version"), Maps.BROKEN.id()));
        List<String> tests = seen.values().stream().flatMap(List::stream).map(Observed::test).distinct().sorted()
                .toList();
        row(page, "map", tests.stream().map(test -> "`" + test + "`").toList());
        row(page, "---", tests.stream().map(_ -> "---").toList());
        seen.forEach((map, observed) -> row(page, "`" + map + "`", tests.stream().map(test -> cell(observed, test))
                .toList()));
        return page.toString();
    }

    private String options() {
        return (run == Run.SHORT ? "" : " -Dmemory-model=" + run.name().toLowerCase(Locale.ROOT)) + (maps.isBlank()
                ? ""
                : " -Dmemory-model.maps=" + maps);
    }

    private static void row(StringBuilder page, String head, List<String> cells) {
        page.append("| ").append(head).append(" | ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(List<Observed> observed, String test) {
        return observed.stream().filter(one -> one.test().equals(test)).findFirst().map(Page::cell).orElse("not run");
    }

    private static String cell(Observed observed) {
        String samples = String.format(Locale.ROOT, "%,d", observed.samples() / 1000).replace(',', '\u00a0');
        if (!observed.wasTested()) {
            return samples + ", did not run";
        }
        return observed.showsNothingForbidden() ? samples : samples + ", **forbidden: " + observed.forbidden() + "**";
    }
}
