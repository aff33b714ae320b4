package avalanche.k8s.manifest;

import avalanche.chaos.image.ContainerPaths;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1ConfigMapVolumeSource;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1JobSpec;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Injectors in a cluster: their plan and one Job for each shard. A Job is never repeated: its instant has passed. */
public final class InjectorManifests {
    /** The component's name in labels, and its container's. */
    public static final String COMPONENT = "injector";
    /** The pod's label with its shard's number. */
    public static final String SHARD = "avalanche/shard";

    /** Processors of all shards together: where a node is busy, an injector that gets its turn late measures nothing. */
    private static final double SET_ASIDE = 0.5;
    private static final String PLAN = "injector-plan";
    private static final String PLAN_FOLDER = ContainerPaths.PLAN.substring(0, ContainerPaths.PLAN.lastIndexOf('/'));
    private static final String PLAN_FILE = ContainerPaths.PLAN.substring(ContainerPaths.PLAN.lastIndexOf('/') + 1);

    private InjectorManifests() {}

    /** All objects, in the order in which they are created. */
    public static List<KubernetesObject> of(InjectorSpec spec) {
        Map<String, String> labels = Labels.of(COMPONENT, COMPONENT, spec.placement().instance(), spec.runId());
        List<KubernetesObject> objects = new ArrayList<>(NamespaceManifests.of(spec.placement(), spec.runId(), spec
                .shards().size(), spec.memoryBytes(), spec.cpus()));
        objects.add(new V1ConfigMap().apiVersion("v1").kind("ConfigMap").metadata(metadata(spec, PLAN, labels))
                .data(new TreeMap<>(Map.of(PLAN_FILE, spec.plan()))));
        for (int shard = 0; shard < spec.shards().size(); shard++) {
            objects.add(job(spec, shard, labels));
        }
        return List.copyOf(objects);
    }

    private static V1ObjectMeta metadata(InjectorSpec spec, String object, Map<String, String> labels) {
        return Labels.metadata(spec.placement().name(object), spec.placement().namespace(), labels, spec.runId());
    }

    private static V1Job job(InjectorSpec spec, int shard, Map<String, String> common) {
        Map<String, String> labels = new TreeMap<>(common);
        labels.put(SHARD, String.valueOf(shard));
        V1PodTemplateSpec template = new V1PodTemplateSpec().metadata(new V1ObjectMeta().labels(labels)
                .putAnnotationsItem(
                        Labels.RUN, spec.runId())).spec(pod(spec, shard));
        return new V1Job().apiVersion("batch/v1").kind("Job").metadata(metadata(spec, COMPONENT + "-" + shard, labels))
                .spec(new V1JobSpec().backoffLimit(0).parallelism(1).completions(1).template(template));
    }

    private static V1PodSpec pod(InjectorSpec spec, int shard) {
        V1Container container = new V1Container().name(COMPONENT).image(spec.image()).imagePullPolicy(spec.pullPolicy()
                .word()).args(spec.shards().get(shard)).resources(Hardening.resources(spec.memoryBytes(), Math.min(
                        SET_ASIDE, spec.cpus()) / spec.shards().size(), spec.cpus())).securityContext(Hardening
                                .container()).volumeMounts(List.of(
                                        Hardening
                                                .tmpMount(), new V1VolumeMount().name(PLAN).mountPath(PLAN_FOLDER)
                                                        .readOnly(
                                                                true)));
        return new V1PodSpec().automountServiceAccountToken(false).serviceAccountName(NamespaceManifests.account(spec
                .placement())).enableServiceLinks(false).restartPolicy("Never").terminationGracePeriodSeconds(5L)
                .securityContext(Hardening.pod()).containers(List.of(container)).volumes(List.of(Hardening.tmp(),
                        new V1Volume().name(PLAN).configMap(new V1ConfigMapVolumeSource().name(spec.placement().name(
                                PLAN)))));
    }
}
