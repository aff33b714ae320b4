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

    /** How long before a kill a probe's last failure may be: the grace and some periods. */
    private static final Duration FAILING = Duration.ofSeconds(40);
    private static final int SIGKILLED = 128 + 9;
    private static final int SIGTERMED = 128 + 15;

    private Autopsy() {}

    /**
     * The conclusion.
     *
     * @param stopped whether the harness ended it
     * @param lastWords last lines of its log
     * @param events the namespace's events
     * @param probed whether the container has a liveness probe
     */
    static DeathCertificate of(Remains remains, boolean stopped, List<String> lastWords, List<ClusterEvent> events,
            boolean probed) {
        DeathCertificate certificate = conclude(remains, stopped, lastWords, probed
                ? livenessKill(remains, events)
                : null);
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
            @Nullable String livenessKill) {
        Integer code = remains.exitCode();
        String reason = remains.reason();
        if (code != null) {
            DeathCertificate of = ContainerDeath.of(new ContainerRemains(code, stopped, lastWords, OOM_KILLED.equals(
                    reason), null, remains.oomKills(), livenessKill));
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

    /**
     * What told of a kill for the liveness probe. A kubelet drops events of a pod that had many: where its word for the
     * kill is missing, the probe's failures tell, or the signal that nobody else sends into a pod that is not deleted.
     */
    private static @Nullable String livenessKill(Remains remains, List<ClusterEvent> events) {
        String killing = killing(remains, events);
        Integer code = remains.exitCode();
        if (killing != null || code == null || (code != SIGTERMED && code != SIGKILLED)) {
            return killing;
        }
        Instant failedSince = remains.endedAt().minus(FAILING);
        for (ClusterEvent event : events) {
            if (event.isOf(remains.pod()) && event.isLivenessFailure() && event.last().isAfter(failedSince) && during(
                    remains, event.last())) {
                return event.message() + ", at " + event.last() + "; its word for the kill is missing";
            }
        }
        return code == SIGTERMED
                ? "signal 15 to a container with a liveness probe, in a pod that nobody deleted; its event is missing"
                : null;
    }

    private static @Nullable String killing(Remains remains, List<ClusterEvent> events) {
        return events.stream().filter(event -> event.isOf(remains.pod()) && event.isLivenessKill() && during(remains,
                event.last())).reduce((_, later) -> later).map(event -> event.message() + ", at " + event.last())
                .orElse(
                        null);
    }

    private static boolean during(Remains remains, Instant at) {
        return !at.isBefore(remains.startedAt()) && !at.isAfter(remains.endedAt().plus(SAME));
    }
}
