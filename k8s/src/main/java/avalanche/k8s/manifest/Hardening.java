package avalanche.k8s.manifest;

import avalanche.chaos.image.ContainerPaths;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Capabilities;
import io.kubernetes.client.openapi.models.V1EmptyDirVolumeSource;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.openapi.models.V1SeccompProfile;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What every pod has in common: no rights beyond its own work, and limits. */
final class Hardening {
    private static final long USER = ContainerPaths.USER;
    private static final String TMP = "tmp";
    private static final long MEBIBYTE = 1 << 20;

    private Hardening() {}

    static V1PodSecurityContext pod() {
        return new V1PodSecurityContext().runAsNonRoot(true).runAsUser(USER).runAsGroup(USER).fsGroup(USER)
                .seccompProfile(new V1SeccompProfile().type("RuntimeDefault"));
    }

    static V1SecurityContext container() {
        return new V1SecurityContext().runAsNonRoot(true).runAsUser(USER).readOnlyRootFilesystem(true)
                .allowPrivilegeEscalation(false).privileged(false).capabilities(new V1Capabilities().drop(List.of(
                        "ALL")));
    }

    /** The one folder that can be written. */
    static V1Volume tmp() {
        return new V1Volume().name(TMP).emptyDir(new V1EmptyDirVolumeSource().sizeLimit(Quantity.fromString("256Mi")));
    }

    static V1VolumeMount tmpMount() {
        return new V1VolumeMount().name(TMP).mountPath(ContainerPaths.TEMPORARY);
    }

    /**
     * Memory requested and limited alike, so that only the container's own limit kills it.
     *
     * @param requestedCpus processors set aside
     * @param cpus the limit
     */
    static V1ResourceRequirements resources(long memoryBytes, double requestedCpus, double cpus) {
        return new V1ResourceRequirements().requests(new TreeMap<>(Map.of("memory", memory(memoryBytes), "cpu",
                cpus(requestedCpus)))).limits(new TreeMap<>(Map.of("memory", memory(memoryBytes), "cpu", cpus(
                        cpus))));
    }

    static Quantity memory(long bytes) {
        return Quantity.fromString(bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + "Mi" : String.valueOf(bytes));
    }

    static Quantity cpus(double cpus) {
        long millis = Math.round(cpus * 1000);
        return Quantity.fromString(millis % 1000 == 0
                ? String.valueOf(millis / 1000)
                : String.format(Locale.ROOT, "%dm", millis));
    }
}
