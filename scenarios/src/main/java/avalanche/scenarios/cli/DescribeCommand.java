package avalanche.scenarios.cli;

import avalanche.scenarios.incident.Description;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says in prose what a run of an incident file would do, how long it takes and what memory it needs. */
@Command(name = "describe",
        description = "Says in prose what a run would do, how long it takes and how much memory it needs.",
        mixinStandardHelpOptions = true,
        footer = {
            "", "Example:", "  avalanche describe scenarios/incidents/range-cascade.yaml --size full"})
final class DescribeCommand implements Callable<Integer> {
    private final Output output;

    @Mixin
    private IncidentArguments incident = new IncidentArguments();

    DescribeCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws RefusedException {
        output.out().println(Description.of(incident.read().incident()));
        return ExitCode.AS_EXPECTED.code();
    }
}
