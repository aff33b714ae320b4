package avalanche.k8s.manifest;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1ConfigMapVolumeSource;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1CronJobSpec;
import io.kubernetes.client.openapi.models.V1JobSpec;
import io.kubernetes.client.openapi.models.V1JobTemplateSpec;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimSpec;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimVolumeSource;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import io.kubernetes.client.openapi.models.V1VolumeResourceRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scheduled runs in a cluster: the harness as a CronJob with the least rights, its records on a volume. */
public final class HarnessManifests {
    /** Where the container has the incident file. */
    public static final String INCIDENT_FOLDER = "/opt/avalanche/incident";
    /** Where the volume of the records is mounted. */
    public static final String RECORDS_FOLDER = "/opt/avalanche/records";

    private static final String INCIDENT = "incident";
    private static final String RECORDS = "records";
    private static final long MEMORY = 1L << 30;
    private static final int KEPT = 3;
    /** For what it started to be removed when its pod is told to end. */
    private static final long GRACE_SECONDS = 120;

    private HarnessManifests() {}

    /** The account and its role; where there is a schedule, also the incident, the volume and the CronJob. */
    public static List<KubernetesObject> of(HarnessSpec spec) {
        List<KubernetesObject> objects = new ArrayList<>(HarnessRole.of(spec.namespace()));
        String schedule = spec.schedule();
        if (schedule != null) {
            objects.add(new V1ConfigMap().apiVersion("v1").kind("ConfigMap").metadata(metadata(spec, INCIDENT)).data(
                    new TreeMap<>(Map.of(spec.incidentName(), spec.incident()))));
            objects.add(new V1PersistentVolumeClaim().apiVersion("v1").kind("PersistentVolumeClaim").metadata(metadata(
                    spec, RECORDS)).spec(new V1PersistentVolumeClaimSpec().accessModes(List.of("ReadWriteOnce"))
                            .storageClassName(spec.storageClass()).resources(new V1VolumeResourceRequirements()
                                    .requests(Map.of("storage", Quantity.fromString(spec.storage()))))));
            objects.add(cronJob(spec, schedule));
        }
        return List.copyOf(objects);
    }

    private static String name(HarnessSpec spec, String object) {
        return spec.instance() + "-" + object;
    }

    private static V1ObjectMeta metadata(HarnessSpec spec, String object) {
        return Labels.metadata(name(spec, object), spec.namespace(), labels(spec), null);
    }

    private static Map<String, String> labels(HarnessSpec spec) {
        return Labels.of("avalanche", HarnessRole.COMPONENT, spec.instance(), null);
    }

    private static V1CronJob cronJob(HarnessSpec spec, String schedule) {
        Map<String, String> labels = labels(spec);
        V1PodTemplateSpec template = new V1PodTemplateSpec().metadata(new V1ObjectMeta().labels(labels)).spec(pod(
                spec));
        return new V1CronJob().apiVersion(spec.cronJobVersion()).kind("CronJob").metadata(Labels.metadata(spec
                .instance(), spec.namespace(), labels, null)).spec(new V1CronJobSpec().schedule(schedule)
                        .concurrencyPolicy("Forbid").successfulJobsHistoryLimit(KEPT).failedJobsHistoryLimit(KEPT)
                        .jobTemplate(new V1JobTemplateSpec().metadata(new V1ObjectMeta().labels(labels)).spec(
                                new V1JobSpec().backoffLimit(0).template(template))));
    }

    private static V1PodSpec pod(HarnessSpec spec) {
        return new V1PodSpec().serviceAccountName(HarnessRole.NAME).automountServiceAccountToken(true).restartPolicy(
                "Never").enableServiceLinks(false).terminationGracePeriodSeconds(GRACE_SECONDS).securityContext(
                        Hardening.pod()).containers(List.of(container(spec))).volumes(List.of(Hardening.tmp(),
                                new V1Volume().name(INCIDENT).configMap(new V1ConfigMapVolumeSource().name(name(spec,
                                        INCIDENT))), new V1Volume().name(RECORDS).persistentVolumeClaim(
                                                new V1PersistentVolumeClaimVolumeSource().claimName(name(spec,
                                                        RECORDS)))));
    }

    private static V1Container container(HarnessSpec spec) {
        List<String> arguments = new ArrayList<>(List.of("run", INCIDENT_FOLDER + "/" + spec.incidentName(),
                "--platform", "kubernetes", "--namespace", spec.namespace(), "--victim-image", spec.images().victim(),
                "--injector-image", spec.images().injector(), "--out", RECORDS_FOLDER));
        arguments.addAll(spec.arguments());
        return new V1Container().name(HarnessRole.COMPONENT).image(spec.image()).imagePullPolicy(spec.pullPolicy()
                .word()).args(arguments).resources(Hardening.resources(MEMORY, 0.25, 1)).securityContext(Hardening
                        .container()).volumeMounts(List.of(Hardening.tmpMount(), new V1VolumeMount().name(INCIDENT)
                                .mountPath(INCIDENT_FOLDER).readOnly(true), new V1VolumeMount().name(RECORDS).mountPath(
                                        RECORDS_FOLDER)));
    }
}
