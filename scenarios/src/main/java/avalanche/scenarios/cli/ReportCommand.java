package avalanche.scenarios.cli;

import avalanche.results.record.RunRecord;
import avalanche.results.report.HtmlReport;
import java.io.IOException;
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
        KeptRun kept = KeptRun.find(run, home);
        RunRecord runRecord = kept.load();
        Path folder = kept.folder();
        HtmlReport.write(runRecord, folder.resolve("report.html"));
        Summary.print(runRecord, folder, output.out());
        return ExitCode.AS_EXPECTED.code();
    }
}
