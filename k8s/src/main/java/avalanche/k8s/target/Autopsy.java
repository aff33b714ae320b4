package avalanche.k8s.target;

import avalanche.chaos.life.ContainerDeath;
import avalanche.chaos.life.ContainerRemains;
import avalanche.chaos.life.DeathCertificate;
import avalanche.k8s.life.LifeLedger.Remains;
import avalanche.k8s.pods.ClusterEvent;
import avalanche.results.evidence.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a life in a pod ended: a pure function of what its pod's status, its log and the cluster's events tell. */
final class Autopsy {
    private static final String OOM_KILLED = "OOMKilled";
    /** A kubelet writes whole seconds, and its events a moment after what they tell of. */
    private static final Duration SAME = Duration.ofSeconds(2);

    private Autopsy() {}

    /**
     * The conclusion.
     *
     * @param stopped whether the harness ended it
     * @param lastWords last lines of its log
     * @param events the namespace's events
     */
    static DeathCertificate of(Remains remains, boolean stopped, List<String> lastWords, List<ClusterEvent> events) {
        DeathCertificate certificate = conclude(remains, stopped, lastWords, events);
        List<String> evidence = new ArrayList<>(certificate.evidence());
        for (ClusterEvent event : events) {
            if (event.isOfPressure() && during(remains, event.last())) {
                evidence.add("the cluster told: " + event.words());
            }
        }
        evidence.add("pod " + remains.pod() + ", restart count " + remains.restart());
        return new DeathCertificate(certificate.ending(), evidence);
    }

    private static DeathCertificate conclude(Remains remains, boolean stopped, List<String> lastWords,
            List<ClusterEvent> events) {
        Integer code = remains.exitCode();
        String reason = remains.reason();
        if (code != null) {
            DeathCertificate of = ContainerDeath.of(new ContainerRemains(code, stopped, lastWords, OOM_KILLED.equals(
                    reason), null, null, livenessKill(remains, events)));
            return reason == null || reason.equals(OOM_KILLED) ? of : with(of, "the kubelet's label is " + reason);
        }
        if (stopped) {
            return new DeathCertificate(Ending.STOPPED, List.of("the harness ended it"));
        }
        return reason == null
                ? new DeathCertificate(Ending.CRASHED, List.of("how it ended is not known"))
                : new DeathCertificate(Ending.KILLED, List.of(reason));
    }

    private static DeathCertificate with(DeathCertificate of, String more) {
        List<String> evidence = new ArrayList<>(of.evidence());
        evidence.add(more);
        return new DeathCertificate(of.ending(), evidence);
    }

    private static @Nullable String livenessKill(Remains remains, List<ClusterEvent> events) {
        return events.stream().filter(event -> event.isOf(remains.pod()) && event.isLivenessKill() && during(remains,
                event.last())).reduce((_, later) -> later).map(event -> event.message() + ", at " + event.last()).orElse(
                        null);
    }

    private static boolean during(Remains remains, Instant at) {
        return !at.isBefore(remains.startedAt()) && !at.isAfter(remains.endedAt().plus(SAME));
    }
}
