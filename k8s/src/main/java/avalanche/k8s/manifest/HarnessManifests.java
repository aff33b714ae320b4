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
    private static final String NAME = "avalanche-harness";
    private static final String INCIDENT = "incident";
    private static final String RECORDS = "records";
    private static final String INCIDENT_FOLDER = "/opt/avalanche/incident";
    private static final String RECORDS_FOLDER = "/opt/avalanche/records";
    private static final long MEMORY = 1L << 30;
    private static final int KEPT = 3;

    private HarnessManifests() {}

    /** The account and its role; where there is a schedule, also the incident, the volume and the CronJob. */
    public static List<KubernetesObject> of(HarnessSpec spec) {
        List<KubernetesObject> objects = new ArrayList<>(HarnessRole.of(spec.namespace()));
        String schedule = spec.schedule();
        if (schedule != null) {
            objects.add(new V1ConfigMap().apiVersion("v1").kind("ConfigMap").metadata(metadata(spec, NAME + "-"
                    + INCIDENT)).data(new TreeMap<>(Map.of(spec.incidentName(), spec.incident()))));
            objects.add(new V1PersistentVolumeClaim().apiVersion("v1").kind("PersistentVolumeClaim").metadata(metadata(
                    spec, NAME + "-" + RECORDS)).spec(new V1PersistentVolumeClaimSpec().accessModes(List.of(
                            "ReadWriteOnce")).resources(new V1VolumeResourceRequirements().requests(Map.of("storage",
                                    Quantity.fromString(spec.storageGibibytes() + "Gi"))))));
            objects.add(cronJob(spec, schedule));
        }
        return List.copyOf(objects);
    }

    private static V1ObjectMeta metadata(HarnessSpec spec, String name) {
        return Labels.metadata(name, spec.namespace(), HarnessRole.labels(), null);
    }

    private static V1CronJob cronJob(HarnessSpec spec, String schedule) {
        V1PodTemplateSpec template = new V1PodTemplateSpec().metadata(new V1ObjectMeta().labels(HarnessRole.labels()))
                .spec(pod(spec));
        return new V1CronJob().apiVersion(spec.cronJobVersion()).kind("CronJob").metadata(metadata(spec, NAME)).spec(
                new V1CronJobSpec().schedule(schedule).concurrencyPolicy("Forbid").successfulJobsHistoryLimit(KEPT)
                        .failedJobsHistoryLimit(KEPT).jobTemplate(new V1JobTemplateSpec().metadata(new V1ObjectMeta()
                                .labels(HarnessRole.labels())).spec(new V1JobSpec().backoffLimit(0).template(
                                        template))));
    }

    private static V1PodSpec pod(HarnessSpec spec) {
        List<String> arguments = new ArrayList<>(List.of("run", INCIDENT_FOLDER + "/" + spec.incidentName(),
                "--platform", "kubernetes", "--namespace", spec.namespace(), "--victim-image", spec.images().victim(),
                "--injector-image", spec.images().injector(), "--out", RECORDS_FOLDER));
        arguments.addAll(spec.arguments());
        V1Container container = new V1Container().name("harness").image(spec.image()).imagePullPolicy(spec.pullPolicy()
                .word()).args(arguments).resources(Hardening.resources(MEMORY, 0.25, 1)).securityContext(Hardening
                        .container()).volumeMounts(List.of(Hardening.tmpMount(), new V1VolumeMount().name(INCIDENT)
                                .mountPath(INCIDENT_FOLDER).readOnly(true), new V1VolumeMount().name(RECORDS).mountPath(
                                        RECORDS_FOLDER)));
        return new V1PodSpec().serviceAccountName(HarnessRole.NAME).automountServiceAccountToken(true).restartPolicy(
                "Never").enableServiceLinks(false).securityContext(Hardening.pod()).containers(List.of(container))
                .volumes(List.of(Hardening.tmp(), new V1Volume().name(INCIDENT).configMap(new V1ConfigMapVolumeSource()
                        .name(NAME + "-" + INCIDENT)), new V1Volume().name(RECORDS).persistentVolumeClaim(
                                new V1PersistentVolumeClaimVolumeSource().claimName(NAME + "-" + RECORDS))));
    }
}
