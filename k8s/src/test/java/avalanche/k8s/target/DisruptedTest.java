package avalanche.k8s.target;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.life.DeathCertificate;
import avalanche.k8s.life.LifeLedger.Remains;
import avalanche.results.evidence.Ending;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DisruptedTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final DeathCertificate KERNEL = new DeathCertificate(Ending.KERNEL_OOM_KILL, List.of(
            "labelled OOMKilled"));

    private final Disrupted disrupted = new Disrupted();

    private static Remains remains(String pod, int restart, @Nullable Integer code, @Nullable String reason) {
        return new Remains(1, pod, restart, BEGIN, BEGIN.plusSeconds(60), code, reason, List.of(), null);
    }

    @Test
    void aKillOfOursIsToldAsWhatItIsWhateverTheLabel() {
        disrupted.kills("victim-a", 1);
        DeathCertificate told = disrupted.explain(remains("victim-a", 1, 137, "OOMKilled"), KERNEL);
        assertThat(told.ending()).isEqualTo(Ending.KILLED);
        assertThat(told.evidence()).containsExactly("the harness sent SIGKILL to its process as a disruption",
                "exit code 137, signal 9", "labelled OOMKilled, which the rest refutes");
    }

    @Test
    void otherLivesAndOtherCodesAreNotExplainedByIt() {
        disrupted.kills("victim-a", 1);
        assertThat(disrupted.explain(remains("victim-a", 0, 137, "OOMKilled"), KERNEL)).isEqualTo(KERNEL);
        assertThat(disrupted.explain(remains("victim-b", 1, 137, "OOMKilled"), KERNEL)).isEqualTo(KERNEL);
        assertThat(disrupted.explain(remains("victim-a", 1, 3, "Error"), KERNEL)).isEqualTo(KERNEL);
        disrupted.killsNot("victim-a", 1);
        assertThat(disrupted.explain(remains("victim-a", 1, 137, "OOMKilled"), KERNEL)).isEqualTo(KERNEL);
    }

    @Test
    void aPodThatWeDeletedWasNotStoppedByPlan() {
        disrupted.deletes("victim-a");
        DeathCertificate stopped = new DeathCertificate(Ending.STOPPED, List.of("the harness ended it"));
        DeathCertificate told = disrupted.explain(remains("victim-a", 0, null, "its pod was deleted"), stopped);
        assertThat(told.ending()).isEqualTo(Ending.KILLED);
        assertThat(told.evidence().getFirst()).isEqualTo("the harness deleted its pod as a disruption");
        assertThat(disrupted.explain(remains("victim-a", 0, 137, "OOMKilled"), KERNEL)).isEqualTo(KERNEL);
        disrupted.deletesNot("victim-a");
        assertThat(disrupted.explain(remains("victim-a", 0, null, "its pod was deleted"), stopped)).isEqualTo(stopped);
    }
}
