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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what the Kubernetes platform would create. */
@Command(name = "manifests",
        description = {
            "Prints the manifests of a rehearsal in Kubernetes, as YAML that kubectl apply accepts; sends nothing.",
            "The service comes up without its fault, and the injectors send the incident's traffic: faults are put in by the harness."},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  avalanche manifests scenarios/incidents/range-cascade.yaml | kubectl apply -f -",
            "  avalanche manifests scenarios/incidents/range-cascade.yaml --namespace rehearsals --injectors 2"})
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

    ManifestsCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() throws RefusedException, RehearsalException, InterruptedException {
        Incident chosen = incident.read().incident();
        Platforms platforms = new Platforms(home, where, words -> output.err().println("avalanche: " + words));
        ImageNames images = platforms.images();
        KubernetesConfiguration configuration = platforms.configuration(images);
        Victim victim = chosen.victim();
        TargetSpec spec = new TargetSpec(chosen.id(), victim.heapBytes(), victim.jvmOptions(), victim.allSettings(),
                Path.of(""), victim.container());
        String document = new InjectorPlan(address(configuration, chosen.id()), null, chosen.traffic()).toJson();
        try {
            output.out().print(RenderedManifests.victim(configuration, spec));
            output.out().print(RenderedManifests.injectors(configuration, new InjectionPlan(chosen.id(), document, Path
                    .of("")), Math.max(1, injectors)));
        } catch (IOException e) {
            throw new RehearsalException(String.valueOf(e.getMessage()), e);
        }
        return ExitCode.AS_EXPECTED.code();
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
