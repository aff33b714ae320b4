package avalanche.k8s.manifest;

import avalanche.chaos.image.ContainerPaths;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Liveness;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1ConfigMapVolumeSource;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentSpec;
import io.kubernetes.client.openapi.models.V1DeploymentStrategy;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.openapi.models.V1RollingUpdateDeployment;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import io.kubernetes.client.openapi.models.V1ServiceSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The service in a cluster: a Deployment behind a Service, its settings in a ConfigMap. What a pod's template says of a
 * setting, by a variable of its environment or an argument, wins over the ConfigMap.
 */
public final class VictimManifests {
    /** The component's name in labels, and its container's. */
    public static final String COMPONENT = "victim";
    /** The port of requests. */
    public static final int REQUESTS = ContainerPaths.SERVER_PORT;
    /** The port of management. */
    public static final int MANAGEMENT = ContainerPaths.MANAGEMENT_PORT;
    /** The name of an own namespace's quota. */
    public static final String QUOTA = NamespaceManifests.QUOTA;
    /** How long a service may go on after it was asked to end, before it is killed: seconds. */
    public static final int GRACE_SECONDS = 10;

    private static final String NAME = "victim-service";
    private static final int EARLIEST = 3;
    private static final String PLUGINS = "plugins";
    private static final String SETTINGS = "settings";

    private VictimManifests() {}

    /** All objects, in the order in which they are created. */
    public static List<KubernetesObject> of(VictimSpec spec) {
        Map<String, String> labels = labels(spec);
        List<KubernetesObject> objects = new ArrayList<>(NamespaceManifests.of(spec.placement(), spec.runId(),
                spec.mostReplicas() + 1, spec.mostMemoryBytes(), spec.mostCpus()));
        objects.add(new V1ConfigMap().apiVersion("v1").kind("ConfigMap").metadata(metadata(spec, SETTINGS, labels))
                .data(
                        Map.of(VictimSettings.FILE, VictimSettings.of(spec.arguments()).properties())));
        if (!spec.plugins().isEmpty()) {
            objects.add(new V1ConfigMap().apiVersion("v1").kind("ConfigMap").metadata(metadata(spec, PLUGINS, labels))
                    .binaryData(new TreeMap<>(spec.plugins())));
        }
        objects.add(service(spec, labels));
        objects.add(deployment(spec, labels));
        return List.copyOf(objects);
    }

    private static Map<String, String> labels(VictimSpec spec) {
        return Labels.of(NAME, COMPONENT, spec.placement().instance(), spec.runId());
    }

    private static V1ObjectMeta metadata(VictimSpec spec, String object, Map<String, String> labels) {
        return Labels.metadata(spec.placement().name(object), spec.placement().namespace(), labels, spec.runId());
    }

    private static V1Service service(VictimSpec spec, Map<String, String> labels) {
        return new V1Service().apiVersion("v1").kind("Service").metadata(metadata(spec, COMPONENT, labels)).spec(
                new V1ServiceSpec().type("ClusterIP").selector(selector(spec)).ports(List.of(new V1ServicePort().name(
                        "http").port(REQUESTS).targetPort(new IntOrString("http")).protocol("TCP"))));
    }

    private static Map<String, String> selector(VictimSpec spec) {
        return Labels.selector(COMPONENT, spec.placement().instance());
    }

    private static V1Deployment deployment(VictimSpec spec, Map<String, String> labels) {
        V1PodTemplateSpec template = new V1PodTemplateSpec().metadata(new V1ObjectMeta().labels(labels)
                .putAnnotationsItem(
                        Labels.RUN, spec.runId())).spec(pod(spec));
        return new V1Deployment().apiVersion("apps/v1").kind("Deployment").metadata(metadata(spec, COMPONENT, labels))
                .spec(new V1DeploymentSpec().replicas(spec.replicas()).selector(new V1LabelSelector().matchLabels(
                        selector(spec))).strategy(new V1DeploymentStrategy().type("RollingUpdate").rollingUpdate(
                                new V1RollingUpdateDeployment().maxSurge(new IntOrString(1)).maxUnavailable(
                                        new IntOrString(0))))
                        .revisionHistoryLimit(2).template(template));
    }

    private static V1PodSpec pod(VictimSpec spec) {
        List<V1Volume> volumes = new ArrayList<>(List.of(Hardening.tmp(), new V1Volume().name(SETTINGS).configMap(
                new V1ConfigMapVolumeSource().name(spec.placement().name(SETTINGS)))));
        if (!spec.plugins().isEmpty()) {
            volumes.add(new V1Volume().name(PLUGINS).configMap(new V1ConfigMapVolumeSource().name(spec.placement().name(
                    PLUGINS))));
        }
        // Shared, so that the service's process is not the first of its namespace: that one takes no signal from inside.
        return new V1PodSpec().shareProcessNamespace(true).automountServiceAccountToken(false).serviceAccountName(
                NamespaceManifests.account(spec
                        .placement())).enableServiceLinks(false).terminationGracePeriodSeconds((long) GRACE_SECONDS)
                .securityContext(Hardening.pod()).containers(List.of(container(spec))).volumes(volumes);
    }

    private static V1Container container(VictimSpec spec) {
        List<V1VolumeMount> mounts = new ArrayList<>(List.of(Hardening.tmpMount(), new V1VolumeMount().name(SETTINGS)
                .mountPath(ContainerPaths.SETTINGS).readOnly(true)));
        if (!spec.plugins().isEmpty()) {
            mounts.add(new V1VolumeMount().name(PLUGINS).mountPath(ContainerPaths.PLUGINS).readOnly(true));
        }
        V1Container container = new V1Container().name(COMPONENT).image(spec.image()).imagePullPolicy(spec.pullPolicy()
                .word()).args(VictimSettings.of(spec.arguments()).arguments()).ports(List.of(new V1ContainerPort().name(
                        "http").containerPort(REQUESTS)
                        .protocol("TCP"), new V1ContainerPort().name("management").containerPort(MANAGEMENT).protocol(
                                "TCP")))
                .resources(resources(spec.container())).readinessProbe(readiness()).securityContext(Hardening
                        .container()).volumeMounts(mounts);
        Liveness liveness = spec.container().liveness();
        return liveness == null ? container : container.livenessProbe(liveness(liveness)).startupProbe(startup());
    }

    /** What is set aside is no more than the limit. */
    static V1ResourceRequirements resources(Container limits) {
        return Hardening.resources(limits.memoryBytes(), Math.min(0.25, limits.cpus()), limits.cpus());
    }

    /**
     * Answered by the management port, which goes on answering while the service drowns: traffic stays on it. Not asked
     * before a JVM can have started: a kubelet tells of each failure, and drops what it has to tell of a pod after 25.
     */
    private static V1Probe readiness() {
        return new V1Probe().httpGet(get("/health", "management")).initialDelaySeconds(EARLIEST).periodSeconds(1)
                .timeoutSeconds(1).failureThreshold(
                        3).successThreshold(1);
    }

    private static V1Probe liveness(Liveness liveness) {
        return new V1Probe().httpGet(get(Liveness.PATH, "http")).periodSeconds((int) liveness.period().toSeconds())
                .timeoutSeconds((int) liveness.timeout().toSeconds()).failureThreshold(liveness.failures())
                .successThreshold(1);
    }

    /** Liveness is asked for only once the service has started, which may take four minutes. */
    private static V1Probe startup() {
        return new V1Probe().httpGet(get("/health", "management")).initialDelaySeconds(EARLIEST).periodSeconds(2)
                .timeoutSeconds(1).failureThreshold(120).successThreshold(1);
    }

    private static V1HTTPGetAction get(String path, String port) {
        return new V1HTTPGetAction().path(path).port(new IntOrString(port)).scheme("HTTP");
    }
}
