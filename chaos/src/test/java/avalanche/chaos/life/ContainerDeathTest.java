package avalanche.chaos.life;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Ending;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerDeathTest {
    private static final List<String> HEAP_WORDS = List.of(
            "Terminating due to java.lang.OutOfMemoryError: Java heap space");

    private static DeathCertificate of(int exit, boolean labelled, @Nullable Boolean event, @Nullable Long before,
            @Nullable String liveness, List<String> words) {
        return ContainerDeath.of(new ContainerRemains(exit, false, words, labelled, event, before, liveness));
    }

    private static DeathCertificate of(int exit, boolean labelled, @Nullable Boolean event) {
        return of(exit, labelled, event, null, null, List.of());
    }

    @Test
    void anEventAndSigkillAreTheKernels() {
        assertThat(of(137, true, true)).isEqualTo(new DeathCertificate(Ending.KERNEL_OOM_KILL, List.of(
                "the engine reported an OOM kill in the container's last seconds", "exit code 137, signal 9",
                "labelled OOMKilled")));
        assertThat(of(137, false, true).evidence()).contains("not labelled OOMKilled");
    }

    @Test
    void withoutAWatcherTheLabelDecides() {
        assertThat(of(137, true, null).ending()).isEqualTo(Ending.KERNEL_OOM_KILL);
        assertThat(of(137, false, null).ending()).isEqualTo(Ending.KILLED);
    }

    @Test
    void aLabelThatAnEarlierKillExplainsIsNotBelieved() {
        DeathCertificate certificate = of(137, true, null, 1L, null, List.of());
        assertThat(certificate.ending()).isEqualTo(Ending.KILLED);
        assertThat(certificate.evidence()).anyMatch(line -> line.contains("1 OOM kill(s) of other processes before"));
        assertThat(of(137, true, null, 0L, null, List.of()).ending()).isEqualTo(Ending.KERNEL_OOM_KILL);
    }

    @Test
    void aWatcherThatSawNothingRefutesTheLabel() {
        DeathCertificate certificate = of(137, true, false);
        assertThat(certificate.ending()).isEqualTo(Ending.KILLED);
        assertThat(certificate.evidence()).contains("the engine saw no OOM kill in its last seconds").anyMatch(
                line -> line.startsWith("labelled OOMKilled, which the rest refutes"));
    }

    @Test
    void sigkillWithoutAnyOfThemIsSomebodyElses() {
        assertThat(of(137, false, false)).isEqualTo(new DeathCertificate(Ending.KILLED, List.of(
                "exit code 137, signal 9, not sent by the harness",
                "the engine saw no OOM kill in its last seconds")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 143})
    void aLabelOnAnyOtherEndIsALie(int exit) {
        DeathCertificate certificate = of(exit, true, true);
        assertThat(certificate.ending()).isNotEqualTo(Ending.KERNEL_OOM_KILL);
        assertThat(certificate.evidence().getLast()).startsWith("labelled OOMKilled, which the rest refutes");
    }

    @Test
    void sigtermIsNoCrash() {
        assertThat(of(143, false, false).ending()).isEqualTo(Ending.KILLED);
        assertThat(of(0, false, null).ending()).isEqualTo(Ending.CRASHED);
    }

    @Test
    void theHeapsLastWordsAreBelieved() {
        DeathCertificate certificate = of(3, false, null, null, null, HEAP_WORDS);
        assertThat(certificate.ending()).isEqualTo(Ending.HEAP_EXHAUSTED);
        assertThat(certificate.evidence().getFirst()).contains("Java heap space");
        assertThat(of(3, true, null, null, null, HEAP_WORDS).ending()).isEqualTo(Ending.HEAP_EXHAUSTED);
        assertThat(of(3, false, null).ending()).isEqualTo(Ending.CRASHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {137, 143})
    void aKillForLivenessIsThePlatforms(int exit) {
        DeathCertificate certificate = of(exit, false, false, null, "GET /live failed 3 time(s)", List.of());
        assertThat(certificate.ending()).isEqualTo(Ending.LIVENESS_KILL);
        assertThat(certificate.evidence().getFirst()).isEqualTo("the platform: GET /live failed 3 time(s)");
    }

    @Test
    void theKernelMayComeBeforeThePlatformsOwnKill() {
        assertThat(of(137, true, true, null, "GET /live failed 3 time(s)", List.of()).ending()).isEqualTo(
                Ending.KERNEL_OOM_KILL);
    }

    @Test
    void whatTheHarnessEndedIsStopped() {
        DeathCertificate certificate = ContainerDeath.of(new ContainerRemains(137, true, List.of(), false, null, null,
                null));
        assertThat(certificate.ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void aCrashIsACrash() {
        assertThat(of(134, false, false, null, null, List.of("# SIGSEGV")).ending()).isEqualTo(Ending.CRASHED);
        assertThat(of(1, false, false, null, null, List.of("no such option")).evidence()).contains(
                "last line of its log: no such option");
    }
}
