package avalanche.scenarios.cli;

import avalanche.results.record.RunRecord;
import avalanche.results.report.ComparisonTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts several rehearsals of one incident side by side. */
@Command(name = "compare",
        description = "Prints a Markdown table of several rehearsals of one incident: a row each, a column for every symptom.",
        mixinStandardHelpOptions = true,
        footer = {
            "", "Examples:", "  avalanche compare results/runs/*-range-cascade-*",
            "  avalanche compare 20260101T120000Z-range-cascade-1a2b 20260101T121500Z-range-cascade-3c4d"})
final class CompareCommand implements Callable<Integer> {
    private final Output output;
    private final Home home;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*",
            paramLabel = "RUN",
            description = "Rehearsals' folders, or their names in results/runs, in the order of the rows.")
    private List<Path> runs = List.of();

    CompareCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() {
        List<RunRecord> records = runs.stream().map(run -> KeptRun.find(run, home).load()).toList();
        try {
            output.out().print(ComparisonTable.markdown(records));
        } catch (IllegalArgumentException different) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(different
                    .getMessage()), different);
        }
        return ExitCode.AS_EXPECTED.code();
    }
}
