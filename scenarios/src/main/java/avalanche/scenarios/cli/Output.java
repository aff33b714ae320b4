package avalanche.scenarios.cli;

import avalanche.scenarios.rehearsal.Progress;
import java.io.PrintStream;

/**
 * Where a verb writes.
 *
 * @param out results
 * @param err progress and errors
 * @param terminal whether {@code err} is a terminal that can be drawn on
 * @param columns the terminal's width
 */
record Output(PrintStream out, PrintStream err, boolean terminal, int columns) {
    private static final int DEFAULT_COLUMNS = 100;

    /** The process's own streams; the launcher says whether standard error is a terminal, since Java cannot tell. */
    static Output ofProcess() {
        return new Output(System.out, System.err, Boolean.getBoolean("avalanche.terminal"),
                Math.max(40, Integer.getInteger("avalanche.columns", DEFAULT_COLUMNS)));
    }

    Progress progress() {
        return terminal ? new LiveProgress(err, columns) : new PlainProgress(err);
    }
}
