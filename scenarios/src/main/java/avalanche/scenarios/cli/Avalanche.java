package avalanche.scenarios.cli;

import java.util.LinkedHashMap;
import java.util.Map;
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
        CommandLine run = new CommandLine(new RunCommand(output, home));
        tellExitCodes(line);
        tellExitCodes(run);
        line.addSubcommand(run);
        line.addSubcommand(new ValidateCommand(output));
        line.addSubcommand(new DescribeCommand(output));
        line.addSubcommand(new ReportCommand(output, home));
        line.addSubcommand(new CompareCommand(output, home));
        line.addSubcommand(new ImagesCommand(output, home));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setExecutionExceptionHandler(new Failures(output.err()));
        line.setExitCodeExceptionMapper(_ -> ExitCode.USAGE.code());
        return line;
    }

    private static void tellExitCodes(CommandLine verb) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.code()), code.meaning());
        }
        verb.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                "a command is missing; known: run, validate, describe, report, compare, images, help");
    }
}
