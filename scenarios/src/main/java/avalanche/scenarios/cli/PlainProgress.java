package avalanche.scenarios.cli;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Second;
import avalanche.scenarios.rehearsal.Progress;
import java.io.PrintStream;
import java.util.List;

/** Progress as lines, for logs: one at each phase's start and every few seconds. */
final class PlainProgress implements Progress {
    private static final int EVERY_SECONDS = 5;

    private final PrintStream err;
    private String run = "";
    private String phase = "";
    private List<PhaseSpan> phases = List.of();

    PlainProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void note(String text) {
        err.println(text);
    }

    @Override
    public synchronized void begins(String name, List<PhaseSpan> schedule) {
        run = name;
        phase = "";
        phases = schedule;
    }

    @Override
    public synchronized void second(Second second) {
        if (!second.phase().equals(phase) || second.second() % EVERY_SECONDS == 0) {
            phase = second.phase();
            err.println(run + " | " + StatusLine.position(second, phases) + " | " + StatusLine.readings(second));
        }
    }

    @Override
    public void ends() {}
}
