package avalanche.k8s.target;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.life.DeathCertificate;
import avalanche.k8s.life.LifeLedger.Remains;
import avalanche.k8s.pods.ClusterEvent;
import avalanche.results.evidence.Ending;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AutopsyTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(60);
    private static final String LIVENESS = "Container victim failed liveness probe, will be restarted";

    private static Remains remains(@Nullable Integer code, @Nullable String reason) {
        return new Remains(1, "victim-5d", 0, BEGIN, END, code, reason, List.of(), null);
    }

    private static ClusterEvent event(Instant at, String reason, String message) {
        return new ClusterEvent(at, at, 1, "Pod/victim-5d", reason, message);
    }

    private static DeathCertificate of(Remains remains, ClusterEvent... events) {
        return Autopsy.of(remains, false, List.of(), List.of(events), true);
    }

    @Test
    void theKernelsKill() {
        DeathCertificate death = of(remains(137, "OOMKilled"));
        assertThat(death.ending()).isEqualTo(Ending.KERNEL_OOM_KILL);
        assertThat(death.evidence()).contains("labelled OOMKilled", "pod victim-5d, restart count 0");
    }

    @Test
    void aLabelIsRefutedByAKillThatWasCountedWhileTheServiceStillAnswered() {
        Remains remains = new Remains(1, "victim-5d", 0, BEGIN, END, 137, "OOMKilled", List.of(), 1L);
        DeathCertificate death = Autopsy.of(remains, false, List.of(), List.of(), false);
        assertThat(death.ending()).isEqualTo(Ending.KILLED);
        assertThat(death.evidence()).anyMatch(words -> words.contains(
                "the cgroup had counted 1 OOM kill(s) of other processes before"));
    }

    @Test
    void theHeapsEndIsToldByTheLastWords() {
        DeathCertificate death = Autopsy.of(remains(3, "Error"), false, List.of(
                "Terminating due to java.lang.OutOfMemoryError: Java heap space"), List.of(), true);
        assertThat(death.ending()).isEqualTo(Ending.HEAP_EXHAUSTED);
        assertThat(death.evidence()).contains("the kubelet's label is Error");
    }

    @Test
    void theLivenessProbesKillIsToldByTheEvent() {
        DeathCertificate death = of(remains(137, "Error"), event(END.minusSeconds(10), "Killing", LIVENESS));
        assertThat(death.ending()).isEqualTo(Ending.LIVENESS_KILL);
        assertThat(death.evidence().getFirst()).contains(LIVENESS, "00:00:50Z");
    }

    @Test
    void whereTheEventOfTheKillWasDroppedTheProbesFailuresTell() {
        DeathCertificate death = of(remains(137, "Error"), event(END.minusSeconds(11), "Unhealthy",
                "Liveness probe failed: HTTP probe failed with statuscode: 404"));
        assertThat(death.ending()).isEqualTo(Ending.LIVENESS_KILL);
        assertThat(death.evidence().getFirst()).contains("statuscode: 404", "its word for the kill is missing");
        assertThat(of(remains(143, "Error")).ending()).isEqualTo(Ending.LIVENESS_KILL);
        assertThat(Autopsy.of(remains(143, "Error"), false, List.of(), List.of(), false).ending()).isEqualTo(
                Ending.KILLED);
    }

    @Test
    void aKillOfAnotherTimeOrPodIsNotThisOnes() {
        assertThat(of(remains(137, "Error"), event(END.plusSeconds(30), "Killing", LIVENESS)).ending()).isEqualTo(
                Ending.KILLED);
        assertThat(of(remains(137, "Error"), new ClusterEvent(END, END, 1, "Pod/other", "Killing", LIVENESS)).ending())
                .isEqualTo(Ending.KILLED);
    }

    @Test
    void anEvictionIsSaid() {
        DeathCertificate death = of(remains(null, "its pod failed: Evicted: The node was low on resource: memory."),
                event(
                        END, "Evicted", "The node was low on resource: memory."));
        assertThat(death.ending()).isEqualTo(Ending.KILLED);
        assertThat(death.evidence()).anyMatch(line -> line.contains("the cluster told: ") && line.contains("low on"));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(of(remains(null, null)).evidence()).contains("how it ended is not known");
    }

    @Test
    void theHarnessItself() {
        assertThat(Autopsy.of(remains(143, "Error"), true, List.of(), List.of(), true).ending()).isEqualTo(
                Ending.STOPPED);
        assertThat(Autopsy.of(remains(null, "its pod was deleted"), true, List.of(), List.of(), true).ending())
                .isEqualTo(
                        Ending.STOPPED);
    }
}
