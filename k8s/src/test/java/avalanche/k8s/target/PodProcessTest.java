package avalanche.k8s.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.disruption.Freeze;
import avalanche.chaos.disruption.Kill;
import avalanche.chaos.disruption.Signal;
import avalanche.k8s.life.LifeLedger;
import io.kubernetes.client.openapi.models.V1ContainerState;
import io.kubernetes.client.openapi.models.V1ContainerStateRunning;
import io.kubernetes.client.openapi.models.V1ContainerStateTerminated;
import io.kubernetes.client.openapi.models.V1ContainerStatus;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PodProcessTest {
    private static final String POD = "victim-a";
    private static final OffsetDateTime BEGIN = Instant.parse("2026-01-01T00:00:00Z").atOffset(ZoneOffset.UTC);

    private final LifeLedger ledger = new LifeLedger();
    private final PodBoard board = new PodBoard(ledger, _ -> {}, 1);
    private final Disrupted disrupted = new Disrupted();
    private final KubernetesDisruptions.Sight sight = new KubernetesDisruptions.Sight(board, ledger, disrupted);
    private final List<String> sent = new ArrayList<>();
    private String found = "7\n";
    private char state = 'S';

    /** A shell of a pod in which process 7 is the service's. */
    private String shell(String pod, String script, String... arguments) {
        if (script.contains("comm")) {
            return found;
        }
        if (script.contains("/stat")) {
            return arguments[0] + " (java) " + state + " 1";
        }
        sent.add(String.join(" ", arguments) + " in " + pod);
        if (!arguments[0].equals("KILL")) {
            state = arguments[0].equals("STOP") ? 'T' : 'S';
        }
        return "";
    }

    private void container(V1ContainerState container, int restart) {
        board.seen(new V1Pod().metadata(new V1ObjectMeta().name(POD)).status(new V1PodStatus().addContainerStatusesItem(
                new V1ContainerStatus().name("victim").ready(true).restartCount(restart).image("i").imageID("i").state(
                        container))), BEGIN.toInstant());
    }

    private void runs(int restart) {
        container(new V1ContainerState().running(new V1ContainerStateRunning().startedAt(BEGIN)), restart);
    }

    private PodProcess process() throws IOException {
        return PodProcess.find(this::shell, sight, POD);
    }

    @Test
    void freezesAndThawsTheFirstJavaProcess() throws IOException {
        runs(0);
        found = "12\n7\n";
        Freeze freeze = Freeze.of(process());
        assertThat(freeze.landed()).isTrue();
        freeze.undo();
        assertThat(sent).containsExactly("STOP 7 in victim-a", "CONT 7 in victim-a");
        assertThat(freeze.observed()).isEqualTo("process 7 of pod victim-a was in state T (stopped) after SIGSTOP;"
                + " in state S (sleeping) after SIGCONT");
    }

    @Test
    void aContainerThatWasStartedAgainHasAnotherProcess() throws IOException {
        runs(0);
        Freeze freeze = Freeze.of(process());
        runs(1);
        freeze.undo();
        assertThat(sent).hasSize(1);
        assertThat(freeze.observed()).endsWith("; it ended before SIGCONT was due");
        assertThat(process().place()).isEqualTo("process 7 of pod victim-a after restart 1");
    }

    @Test
    void whatIsTheFirstProcessIsRefusedSinceItTakesNoSignal() {
        runs(0);
        found = "1\n";
        assertThatThrownBy(this::process).isInstanceOf(IOException.class).hasMessageContaining(
                "needs shareProcessNamespace");
        found = "";
        assertThatThrownBy(this::process).isInstanceOf(IOException.class).hasMessageContaining(
                "has no process whose program is java");
    }

    @Test
    void whatDoesNotRunIsSaid() {
        assertThatThrownBy(this::process).isInstanceOf(IOException.class).hasMessageContaining("does not run");
    }

    @Test
    void aKillIsKnownBeforeItsEndIs() throws IOException {
        runs(0);
        Kill kill = Kill.of(process());
        assertThat(sent).containsExactly("KILL 7 in victim-a");
        kill.observe();
        assertThat(kill.landed()).isFalse();
        container(new V1ContainerState().terminated(new V1ContainerStateTerminated().exitCode(137).reason("OOMKilled")
                .startedAt(BEGIN).finishedAt(BEGIN.plusSeconds(5))), 0);
        var remains = ledger.remains(1);
        ledger.bury(1, disrupted.explain(remains, Autopsy.of(remains, false, List.of(), List.of(), false)));
        kill.observe();
        assertThat(kill.landed()).isTrue();
        assertThat(kill.observed()).contains("ended at 2026-01-01T00:00:05Z with exit code 137").contains(
                "the harness sent SIGKILL");
    }

    @Test
    void aShellThatTheKillTookWithItIsNoFailure() throws IOException {
        runs(0);
        PodProcess process = PodProcess.find((_, script, _) -> {
            if (script.contains("comm")) {
                return "7";
            }
            container(new V1ContainerState().terminated(new V1ContainerStateTerminated().exitCode(137).startedAt(BEGIN)
                    .finishedAt(BEGIN.plusSeconds(5))), 0);
            throw new IOException("the connection broke");
        }, sight, POD);
        process.signal(Signal.KILL);
        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(() -> process.signal(Signal.STOP)).hasMessage("the connection broke");
    }
}
