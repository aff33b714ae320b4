package avalanche.scenarios.cli;

import avalanche.chaos.image.ImageNames;
import avalanche.k8s.CronJobVersion;
import avalanche.k8s.KubernetesConfiguration;
import avalanche.k8s.RenderedManifests;
import avalanche.k8s.manifest.HarnessManifests;
import avalanche.k8s.manifest.HarnessSpec;
import avalanche.scenarios.rehearsal.RehearsalException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A rehearsal that a cluster runs by itself, as manifests. */
final class ScheduledRehearsal {
    /** The namespace, unless told otherwise. */
    static final String NAMESPACE = "avalanche";

    private final Platforms platforms;
    private final ScheduleArguments schedule;
    private final Consumer<String> progress;

    /** @param progress is told, in words, what was chosen where nobody did */
    ScheduledRehearsal(Platforms platforms, ScheduleArguments schedule, Consumer<String> progress) {
        this.platforms = platforms;
        this.schedule = schedule;
        this.progress = progress;
    }

    /**
     * The manifests.
     *
     * @param incident what is rehearsed
     * @param arguments of the command {@code run}, beside those of the schedule
     * @throws RefusedException if the incident needs more than its file
     * @throws RehearsalException if an image is not there and cannot be built
     * @throws IllegalArgumentException if an argument is not allowed; the message says what is
     */
    String render(IncidentArguments incident, List<String> arguments)
            throws RefusedException, RehearsalException, InterruptedException {
        IncidentArguments.Chosen chosen = incident.read();
        String file = String.valueOf(Path.of(chosen.source().path()).getFileName()).replaceAll("[^A-Za-z0-9._-]", "-");
        requireTheFileAlone(incident, chosen, file);
        schedule.mitigation(chosen.incident());
        List<String> all = new ArrayList<>(arguments);
        all.addAll(schedule.spelledOut());
        KubernetesConfiguration configuration = platforms.configuration(Platforms.NOT_YET);
        HarnessSpec spec = new HarnessSpec(namespace(configuration), schedule.name(file), "avalanche/harness",
                configuration.pullPolicy(), Platforms.NOT_YET, file, chosen.source().text(), all, schedule.schedule(),
                version(configuration), schedule.storage(), schedule.storageClass());
        ImageNames images = platforms.images();
        return RenderedManifests.harness(spec.of(platforms.harnessImage(schedule.harnessImage()), images));
    }

    /** In the cluster nothing is beside the file, which shows where it is read as the harness will find it. */
    private static void requireTheFileAlone(IncidentArguments incident, IncidentArguments.Chosen chosen, String file)
            throws RefusedException {
        List<String> missing = new ArrayList<>();
        Path plugins = chosen.incident().victim().plugins();
        if (plugins != null) {
            missing.add("victim.plugins is " + plugins);
        } else {
            incident.problemsAt(HarnessManifests.INCIDENT_FOLDER + "/" + file).forEach(problem -> missing.add(problem
                    .render()));
        }
        if (!missing.isEmpty()) {
            throw RefusedException.of(chosen.source().path()
                    + " needs files beside it, and a schedule takes the incident"
                    + " file alone into the cluster: " + String.join("\n", missing)
                    + "\nAllowed: incidents without such files; run this one from a checkout");
        }
    }

    private String namespace(KubernetesConfiguration configuration) {
        String named = configuration.namespace();
        if (named != null) {
            return named;
        }
        progress.accept("the namespace is " + NAMESPACE + ", which must exist; --namespace names another");
        return NAMESPACE;
    }

    private String version(KubernetesConfiguration configuration) {
        String named = schedule.kubernetesVersion();
        CronJobVersion version = named == null ? CronJobVersion.ask(configuration) : CronJobVersion.of(named);
        progress.accept("CronJob is written as " + version.apiVersion() + ", " + version.why());
        return version.apiVersion();
    }
}
