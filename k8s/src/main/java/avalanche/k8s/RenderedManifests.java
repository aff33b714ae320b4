package avalanche.k8s;

import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.manifest.HarnessManifests;
import avalanche.k8s.manifest.HarnessSpec;
import avalanche.k8s.manifest.InjectorManifests;
import avalanche.k8s.manifest.ManifestYaml;
import avalanche.k8s.manifest.VictimManifests;
import java.io.IOException;

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
}
