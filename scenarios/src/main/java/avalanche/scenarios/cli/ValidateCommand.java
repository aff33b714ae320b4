package avalanche.scenarios.cli;

import avalanche.scenarios.incident.IncidentReader;
import avalanche.scenarios.incident.Menu;
import avalanche.scenarios.incident.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads incident files, every variant at every size, and says what is wrong with them. */
@Command(name = "validate",
        description = "Reads incident files, every variant at every size, and reports every problem with its line.",
        mixinStandardHelpOptions = true,
        footer = {
            "", "Example:", "  avalanche validate scenarios/incidents/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Incident files.")
    private List<Path> files = List.of();

    ValidateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        boolean allGood = true;
        for (Path file : files) {
            allGood &= isGood(file);
        }
        return (allGood ? ExitCode.AS_EXPECTED : ExitCode.INVALID_INCIDENT).code();
    }

    private boolean isGood(Path file) {
        try {
            String text = IncidentArguments.text(file);
            List<Problem> problems = IncidentReader.validate(text, file.toString());
            if (!problems.isEmpty()) {
                throw RefusedException.of(problems);
            }
            Menu menu = IncidentReader.menu(text, file.toString());
            output.out().println(file + ": valid; variants " + String.join(", ", menu.variants().keySet()) + "; sizes "
                    + String.join(", ", menu.sizes().keySet()));
            return true;
        } catch (RefusedException refused) {
            output.err().println(refused.getMessage());
            return false;
        }
    }
}
