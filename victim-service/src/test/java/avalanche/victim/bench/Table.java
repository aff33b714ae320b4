package avalanche.victim.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(List<String> heads) {
        row(heads);
        row(heads.stream().map(_ -> "---").toList());
    }

    Table row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    String render() {
        return String.join("\n", lines) + "\n";
    }
}
