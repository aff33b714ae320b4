package avalanche.scenarios.cli;

import avalanche.chaos.target.Platform;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Verdict;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedMitigation;
import avalanche.scenarios.rehearsal.Progress;
import avalanche.scenarios.rehearsal.Rehearsal;
import avalanche.scenarios.rehearsal.RehearsalException;
import avalanche.scenarios.rehearsal.RehearsalPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Re-enacts an incident and judges it. */
@Command(name = "run",
        description = "Re-enacts an incident beside a control run without its fault, and judges every symptom.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  avalanche run scenarios/incidents/range-cascade.yaml",
            "  avalanche run scenarios/incidents/range-cascade.yaml --size full",
            "  avalanche run scenarios/incidents/range-cascade.yaml --platform docker",
            "  avalanche run scenarios/incidents/range-cascade.yaml --strategy snapshot --expect not-reproduced",
            "  avalanche run scenarios/incidents/range-cascade.yaml --platform docker --mitigation to-segments"})
final class RunCommand implements Callable<Integer> {
    static final int MOST_INJECTORS = 100;

    private final Output output;
    private final Home home;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private IncidentArguments incident = new IncidentArguments();

    @Mixin
    private PlatformArguments where = new PlatformArguments();

    @Option(names = "--injectors",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many injectors share the schedule, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private int injectors = 1;

    @Mixin
    private RehearsalArguments how = new RehearsalArguments();

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
        RehearsalPlan plan = new RehearsalPlan(chosen.incident(), chosen.source(), injectors(), mitigation(chosen
                .incident()), how.withControl(), how.expected(), runs, command());
        Progress progress = output.progress();
        Rehearsal rehearsal = new Rehearsal(platform(progress), new Platforms(home, where, progress::note).abilities(),
                progress, Home.VERSION);
        Rehearsal.Finished finished = rehearsal.run(plan);
        Summary.print(finished.record(), finished.folder(), output.out());
        RunRecord record = finished.record();
        Verdict verdict = record.judgement().verdict();
        return ExitCode.of(verdict, record.expected()).code();
    }

    private Platform platform(Progress progress) throws RehearsalException, InterruptedException {
        try {
            return new Platforms(home, where, progress::note).choose();
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(unfit.getMessage()),
                    unfit);
        }
    }

    private @Nullable TimedMitigation mitigation(Incident chosen) {
        try {
            return how.mitigation(chosen);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(unknown
                    .getMessage()), unknown);
        }
    }

    private int injectors() {
        if (injectors < 1 || injectors > MOST_INJECTORS) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--injectors is " + injectors
                    + "; allowed: 1 to " + MOST_INJECTORS);
        }
        return injectors;
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("./avalanche", "run"));
        words.addAll(incident.again());
        words.addAll(where.again());
        if (injectors != 1) {
            words.addAll(List.of("--injectors", Integer.toString(injectors)));
        }
        words.addAll(how.again());
        return String.join(" ", words);
    }
}
