package avalanche.k8s.life;

import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.util.Yaml;
import java.util.Objects;

/** States of a pod as a kubelet writes them, from the parts that matter. */
final class PodStatuses {
    private PodStatuses() {}

    static ContainerView creating() {
        return view("", 0, false, "{waiting: {reason: ContainerCreating}}", "{}");
    }

    static ContainerView running(int restart, String since, boolean ready, String before) {
        return view(id(restart), restart, ready, "{running: {startedAt: '" + since + "'}}", before);
    }

    static ContainerView ended(int restart, String terminated, String before) {
        return view(id(restart), restart, false, terminated, before);
    }

    static ContainerView backingOff(int restart, String before) {
        return view(id(restart), restart, false,
                "{waiting: {reason: CrashLoopBackOff, message: 'back-off 10s restarting"
                        + " failed container=victim pod=victim-5d'}}", before);
    }

    static String terminated(int restart, String from, String to, int code, String reason) {
        return "{terminated: {containerID: '" + id(restart) + "', exitCode: " + code + ", reason: " + reason
                + ", startedAt: '" + from + "', finishedAt: '" + to + "'}}";
    }

    private static String id(int restart) {
        return "docker://" + restart;
    }

    private static ContainerView view(String id, int restarts, boolean ready, String state, String last) {
        V1Pod pod = Yaml.loadAs("""
                apiVersion: v1
                kind: Pod
                metadata: {name: victim-5d, creationTimestamp: '2026-01-01T00:00:00Z'}
                status:
                  phase: Running
                  conditions:
                  - {type: ContainersReady, status: '%s', lastTransitionTime: '2026-01-01T00:00:04Z'}
                  containerStatuses:
                  - name: victim
                    containerID: '%s'
                    restartCount: %d
                    ready: %s
                    state: %s
                    lastState: %s
                """.formatted(ready ? "True" : "False", id, restarts, ready, state, last), V1Pod.class);
        return Objects.requireNonNull(ContainerView.of(pod, "victim"));
    }
}
