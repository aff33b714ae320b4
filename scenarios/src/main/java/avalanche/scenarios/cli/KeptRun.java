package avalanche.scenarios.cli;

import avalanche.results.record.RunArchive;
import avalanche.results.record.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A rehearsal that was kept, as a command names it.
 *
 * @param archive the folder that it lies in
 * @param id its name there
 */
record KeptRun(RunArchive archive, String id) {
    /** The rehearsal at that folder or, where there is no such folder, of that name among the checkout's own. */
    static KeptRun find(Path run, Home home) {
        Path absolute = run.toAbsolutePath().normalize();
        return Files.isDirectory(absolute)
                ? new KeptRun(new RunArchive(absolute.resolveSibling(".").normalize()), String.valueOf(absolute
                        .getFileName()))
                : new KeptRun(new RunArchive(home.runs()), run.toString());
    }

    RunRecord load() {
        return archive.load(id);
    }

    Path folder() {
        return archive.find(id);
    }
}
