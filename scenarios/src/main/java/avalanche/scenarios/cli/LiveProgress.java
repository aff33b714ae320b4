package avalanche.scenarios.cli;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Second;
import avalanche.scenarios.rehearsal.Progress;
import java.io.PrintStream;
import java.util.List;

/** Progress in place, for terminals: two lines that are drawn again every second, with notes above them. */
final class LiveProgress implements Progress {
    private static final String UP_AND_CLEAR = "\033[1A\r\033[J";

    private final PrintStream err;
    private final int columns;
    private String run = "";
    private List<PhaseSpan> phases = List.of();
    private List<String> shown = List.of();

    /**
     * Draws on a terminal.
     *
     * @param columns its width; longer lines are cut, since a wrapped line cannot be drawn over
     */
    LiveProgress(PrintStream err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public synchronized void note(String text) {
        List<String> below = shown;
        erase();
        err.println(text);
        draw(below);
    }

    @Override
    public synchronized void begins(String name, List<PhaseSpan> schedule) {
        run = name;
        phases = schedule;
    }

    @Override
    public synchronized void second(Second second) {
        erase();
        draw(List.of("%-9s %s".formatted(run, bar(second) + " " + StatusLine.position(second, phases)),
                "          " + StatusLine.readings(second)));
    }

    @Override
    public synchronized void ends() {
        erase();
    }

    private void erase() {
        err.print(UP_AND_CLEAR.repeat(shown.size()));
        err.flush();
        shown = List.of();
    }

    private void draw(List<String> lines) {
        for (String line : lines) {
            err.println(line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1)));
        }
        shown = lines;
    }

    private String bar(Second second) {
        int width = 20;
        int end = phases.getLast().toSecond();
        int done = Math.min(width, (second.second() + 1) * width / end);
        return "[" + "#".repeat(done) + ".".repeat(width - done) + "]";
    }
}
