package avalanche.scenarios.cli;

import avalanche.chaos.image.ContainerPaths;
import avalanche.chaos.image.ImageNames;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.KubernetesConfiguration;
import avalanche.k8s.RenderedManifests;
import avalanche.k8s.manifest.Names;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.Victim;
import avalanche.scenarios.rehearsal.RehearsalException;
import avalanche.scenarios.traffic.InjectorPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what the Kubernetes platform would create. */
@Command(name = "manifests",
        description = {
            "Prints the manifests of a rehearsal in Kubernetes, as YAML that kubectl apply accepts; sends nothing.",
            "The service comes up without its fault, and the injectors send the incident's traffic: faults are put in by the harness.",
            "With --schedule, prints what makes the cluster run the rehearsal by itself instead."},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  avalanche manifests scenarios/incidents/range-cascade.yaml | kubectl apply -f -",
            "  avalanche manifests scenarios/incidents/range-cascade.yaml --namespace rehearsals --injectors 2",
            "  avalanche manifests scenarios/incidents/range-cascade.yaml --schedule '0 3 * * *' | kubectl apply -f -"})
final class ManifestsCommand implements Callable<Integer> {
    private static final String IN_CLUSTER = ".svc";

    private final Output output;
    private final Home home;

    @Mixin
    private IncidentArguments incident = new IncidentArguments();

    @Mixin
    private PlatformArguments where = new PlatformArguments();

    @Option(names = "--injectors",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many injectors share the schedule. Default: ${DEFAULT-VALUE}.")
    private int injectors = 1;

    @ArgGroup(exclusive = false, heading = "%nA rehearsal that the cluster runs by itself:%n")
    private @Nullable ScheduleArguments schedule;

    @Spec
    private @Nullable CommandSpec spec;

    ManifestsCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() throws RefusedException, RehearsalException, InterruptedException {
        Platforms platforms = new Platforms(home, where, this::tell);
        ScheduleArguments scheduled = schedule;
        try {
            requireInjectors();
            if (scheduled != null) {
                output.out().print(new ScheduledRehearsal(platforms, scheduled, this::tell).render(incident,
                        ofRun()));
            } else {
                once(incident.read().incident(), platforms);
            }
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(unfit.getMessage()),
                    unfit);
        }
        return ExitCode.AS_EXPECTED.code();
    }

    private void requireInjectors() {
        if (injectors < 1 || injectors > RunCommand.MOST_INJECTORS) {
            throw new IllegalArgumentException("--injectors is " + injectors + "; allowed: 1 to "
                    + RunCommand.MOST_INJECTORS);
        }
    }

    private void tell(String words) {
        output.err().println("avalanche: " + words);
    }

    /** What of the arguments a scheduled run is told. */
    private List<String> ofRun() {
        List<String> words = new ArrayList<>(incident.choices());
        if (injectors != 1) {
            words.addAll(List.of("--injectors", Integer.toString(injectors)));
        }
        return words;
    }

    private void once(Incident chosen, Platforms platforms) throws RehearsalException, InterruptedException {
        ImageNames images = platforms.images();
        KubernetesConfiguration configuration = platforms.configuration(images);
        Victim victim = chosen.victim();
        TargetSpec target = new TargetSpec(chosen.id(), victim.heapBytes(), victim.jvmOptions(), victim.allSettings(),
                Path.of(""), victim.container());
        String document = new InjectorPlan(address(configuration, chosen.id()), null, chosen.traffic()).toJson();
        try {
            output.out().print(RenderedManifests.victim(configuration, target));
            output.out().print(RenderedManifests.injectors(configuration, new InjectionPlan(chosen.id(), document, Path
                    .of("")), injectors));
        } catch (IOException e) {
            throw new RehearsalException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The service's name within the cluster: its own is in the manifests, its address is known to the cluster only. */
    private static URI address(KubernetesConfiguration configuration, String runId) {
        String instance = Names.instance(configuration.prefix(), runId, 1);
        @Nullable
        String shared = configuration.namespace();
        String host = shared == null ? "victim." + instance : instance + "-victim." + shared;
        return URI.create("http://" + host + IN_CLUSTER + ":" + ContainerPaths.SERVER_PORT);
    }
}
