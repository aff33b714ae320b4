package avalanche.scenarios.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's entry. */
@Command(name = "avalanche",
        description = "Turns a production post-mortem into an executable, falsifiable experiment.",
        mixinStandardHelpOptions = true,
        version = "avalanche " + Home.VERSION,
        subcommands = {HelpCommand.class, GenerateCompletion.class},
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:as expected",
            "1:internal error",
            "2:usage",
            "3:the incident file is invalid",
            "4:the platform is unavailable",
            "5:the expectation is not met",
            "6:inconclusive or invalid run",
            "130:interrupted"},
        footer = {
            "",
            "Examples:",
            "  avalanche run scenarios/incidents/range-cascade.yaml",
            "  avalanche run scenarios/incidents/range-cascade.yaml --strategy snapshot --expect not-reproduced",
            "  avalanche describe scenarios/incidents/range-cascade.yaml --size full",
            "  avalanche help run"})
public final class Avalanche implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    Avalanche() {}

    /** Runs a verb and exits with its {@link ExitCode}. */
    public static void main(String[] args) {
        System.exit(commandLine(Output.ofProcess(), Home.ofProcess()).execute(args));
    }

    /** The whole command line, for {@link #main} and for tests. */
    static CommandLine commandLine(Output output, Home home) {
        CommandLine line = new CommandLine(new Avalanche());
        line.addSubcommand(new RunCommand(output, home));
        line.addSubcommand(new ValidateCommand(output));
        line.addSubcommand(new DescribeCommand(output));
        line.addSubcommand(new ReportCommand(output, home));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setExecutionExceptionHandler(new Failures(output.err()));
        line.setExitCodeExceptionMapper(_ -> ExitCode.USAGE.code());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                "a command is missing; known: run, validate, describe, report, help");
    }
}
