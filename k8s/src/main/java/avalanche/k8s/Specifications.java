package avalanche.k8s;

import avalanche.chaos.image.ContainerCommands;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.manifest.InjectorSpec;
import avalanche.k8s.manifest.Names;
import avalanche.k8s.manifest.Placement;
import avalanche.k8s.manifest.VictimSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is asked of a platform, as a specification of manifests. */
final class Specifications {
    private Specifications() {}

    /** @param number tells the targets and injections of one run apart */
    static VictimSpec victim(KubernetesConfiguration configuration, TargetSpec spec, int number) throws IOException {
        Map<String, byte[]> plugins = ContainerCommands.hasPlugins(spec.settings())
                ? Plugins.read(Path.of(String.valueOf(spec.settings().get(TargetSpec.PLUGINS))))
                : Map.of();
        try {
            return new VictimSpec(placement(configuration, spec.runId(), number), spec.runId(), configuration.images()
                    .victim(), configuration.pullPolicy(), ContainerCommands.victim(spec), spec.container(), plugins, 1,
                    Math.max(configuration.mostReplicas(), spec.room().replicas()), spec.room());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static InjectorSpec injectors(KubernetesConfiguration configuration, InjectionPlan plan, int shards, int number)
            throws IOException {
        List<List<String>> arguments = IntStream.range(0, shards).mapToObj(shard -> ContainerCommands.injector(plan
                .runId(), shard, shards, configuration.injectorHeapBytes())).toList();
        try {
            return new InjectorSpec(placement(configuration, plan.runId(), number), plan.runId(), configuration.images()
                    .injector(), configuration.pullPolicy(), plan.document(), arguments, configuration
                            .injectorMemoryBytes(), configuration.injectorCpus());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Placement placement(KubernetesConfiguration configuration, String runId, int number) {
        String instance = Names.instance(configuration.prefix(), runId, number);
        String namespace = configuration.namespace();
        return namespace == null ? new Placement.Own(instance) : new Placement.Shared(namespace, instance);
    }
}
