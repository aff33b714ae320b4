package avalanche.k8s;

import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.connection.ApiVersions;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ClusterAccess;
import avalanche.k8s.manifest.HarnessManifests;
import avalanche.k8s.manifest.HarnessSpec;
import avalanche.k8s.manifest.InjectorManifests;
import avalanche.k8s.manifest.ManifestYaml;
import avalanche.k8s.manifest.VictimManifests;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.nio.file.Path;

/** What the platform would create, as YAML that {@code kubectl apply} accepts; nothing is sent. */
public final class RenderedManifests {
    private RenderedManifests() {}

    /**
     * The service.
     *
     * @throws IOException if its plugins cannot be read or are too large
     */
    public static String victim(KubernetesConfiguration configuration, TargetSpec spec) throws IOException {
        return ManifestYaml.print(VictimManifests.of(Specifications.victim(configuration, spec, 1)));
    }

    /**
     * The injectors.
     *
     * @throws IOException if the plan is too large
     */
    public static String injectors(KubernetesConfiguration configuration, InjectionPlan plan, int shards)
            throws IOException {
        return ManifestYaml.print(InjectorManifests.of(Specifications.injectors(configuration, plan, shards, 2)));
    }

    /** The harness itself, its role and its schedule. */
    public static String harness(HarnessSpec spec) {
        return ManifestYaml.print(HarnessManifests.of(spec));
    }

    /** The version of CronJob that the configured cluster knows; the current one where none can be asked. */
    public static String cronJobVersion(KubernetesConfiguration configuration) {
        ClusterAccess access = ClusterAccess.choose(configuration.kubeconfig(), configuration.context(), System
                .getenv(),
                Path.of(System.getProperty("user.home")));
        if (access instanceof ClusterAccess.Refused) {
            return HarnessSpec.CRON_JOB;
        }
        try (Clients clients = Clients.open(access)) {
            return ApiVersions.knowsCronJob(clients, HarnessSpec.CRON_JOB) || !ApiVersions.knowsCronJob(clients,
                    HarnessSpec.CRON_JOB_BEFORE) ? HarnessSpec.CRON_JOB : HarnessSpec.CRON_JOB_BEFORE;
        } catch (ApiException | IOException _) {
            // Not reachable now: the manifests are for the current release.
            return HarnessSpec.CRON_JOB;
        }
    }
}
