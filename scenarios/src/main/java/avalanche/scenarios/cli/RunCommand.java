package avalanche.scenarios.cli;

import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Verdict;
import avalanche.scenarios.rehearsal.Rehearsal;
import avalanche.scenarios.rehearsal.RehearsalException;
import avalanche.scenarios.rehearsal.RehearsalPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Re-enacts an incident and judges it. */
@Command(name = "run",
        description = "Re-enacts an incident beside a control run without its fault, and judges every symptom.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  avalanche run scenarios/incidents/range-cascade.yaml",
            "  avalanche run scenarios/incidents/range-cascade.yaml --size full",
            "  avalanche run scenarios/incidents/range-cascade.yaml --strategy snapshot --expect not-reproduced"})
final class RunCommand implements Callable<Integer> {
    private final Output output;
    private final Home home;

    @Mixin
    private IncidentArguments incident = new IncidentArguments();

    @Option(names = "--expect",
            paramLabel = "VERDICT",
            defaultValue = "reproduced",
            description = "What to expect: ${COMPLETION-CANDIDATES}. Another verdict is exit code 5. Default: ${DEFAULT-VALUE}.")
    private Expectation expectation = Expectation.REPRODUCED;

    @Option(names = "--no-control",
            description = "Leaves the control run out: half the time, but no verdict of reproduced without it.")
    private boolean withoutControl;

    @Option(names = "--out",
            paramLabel = "DIR",
            description = "Where the rehearsal's folder is made. Default: results/runs in the checkout.")
    private @Nullable Path out;

    RunCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() throws RefusedException, RehearsalException, InterruptedException {
        IncidentArguments.Chosen chosen = incident.read();
        Path runs = out == null ? home.runs() : out;
        RehearsalPlan plan = new RehearsalPlan(chosen.incident(), chosen.source(), !withoutControl, expectation
                .verdict(), runs,
                command());
        Rehearsal rehearsal = new Rehearsal(home.platform(), output.progress(), Home.VERSION);
        Rehearsal.Finished finished = rehearsal.run(plan);
        Summary.print(finished.record(), finished.folder(), output.out());
        RunRecord record = finished.record();
        Verdict verdict = record.judgement().verdict();
        return ExitCode.of(verdict, record.expected()).code();
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("./avalanche", "run"));
        words.addAll(incident.again());
        if (expectation != Expectation.REPRODUCED) {
            words.addAll(List.of("--expect", expectation.toString()));
        }
        if (withoutControl) {
            words.add("--no-control");
        }
        return String.join(" ", words);
    }
}
