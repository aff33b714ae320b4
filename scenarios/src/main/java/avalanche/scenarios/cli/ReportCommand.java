package avalanche.scenarios.cli;

import avalanche.results.record.RunArchive;
import avalanche.results.record.RunRecord;
import avalanche.results.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a rehearsal's report again from its record. */
@Command(name = "report",
        description = "Writes a rehearsal's HTML report again from its record, and prints the result.",
        mixinStandardHelpOptions = true,
        footer = {
            "", "Examples:", "  avalanche report results/runs/20260101T120000Z-range-cascade-1a2b",
            "  avalanche report 20260101T120000Z-range-cascade-1a2b"})
final class ReportCommand implements Callable<Integer> {
    private final Output output;
    private final Home home;

    @Parameters(index = "0",
            paramLabel = "RUN",
            description = "A rehearsal's folder, or its name in results/runs.")
    private Path run = Path.of("");

    ReportCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        Path absolute = run.toAbsolutePath().normalize();
        boolean isFolder = Files.isDirectory(absolute);
        RunArchive archive = new RunArchive(isFolder ? absolute.resolveSibling(".").normalize() : home.runs());
        String id = isFolder ? String.valueOf(absolute.getFileName()) : run.toString();
        RunRecord runRecord = archive.load(id);
        Path folder = archive.find(id);
        HtmlReport.write(runRecord, folder.resolve("report.html"));
        Summary.print(runRecord, folder, output.out());
        return ExitCode.AS_EXPECTED.code();
    }
}
