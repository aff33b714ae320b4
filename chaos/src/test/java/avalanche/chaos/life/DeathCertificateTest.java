package avalanche.chaos.life;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathCertificateTest {
    private static final OomKills NONE = new OomKills(0L, 0L);

    private static DeathCertificate of(int exitCode, String... lastWords) {
        return DeathCertificate.of(new Remains(exitCode, false, List.of(lastWords), List.of(), NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "Java heap space, HEAP_EXHAUSTED",
        "GC overhead limit exceeded, HEAP_EXHAUSTED",
        "Metaspace, CRASHED",
        "Compressed class space, CRASHED",
        "unable to create native thread: possibly out of memory or process/resource limits reached, CRASHED"})
    void readsWhatRanOutFromTheLastWords(String what, Ending ending) {
        DeathCertificate certificate = of(3, "GET /orders", "Terminating due to java.lang.OutOfMemoryError: " + what);
        assertThat(certificate.ending()).isEqualTo(ending);
        assertThat(certificate.evidence().getFirst()).contains(what);
    }

    @Test
    void doesNotBelieveTheExitCodeAlone() {
        DeathCertificate certificate = of(3, "configuration error");
        assertThat(certificate.ending()).isEqualTo(Ending.CRASHED);
        assertThat(certificate.evidence()).anyMatch(line -> line.contains("no last words")).anyMatch(line -> line
                .contains("configuration error"));
    }

    @Test
    void tellsOfAnErrorThatDidNotEndTheJvm() {
        DeathCertificate certificate = of(1, "java.lang.OutOfMemoryError: Java heap space", "\tat Some.where");
        assertThat(certificate.ending()).isEqualTo(Ending.CRASHED);
        assertThat(certificate.evidence().getFirst()).contains("did not end itself");
    }

    @Test
    void believesTheKernelsCounters() {
        assertThat(killedWith(new OomKills(1L, 1L)).ending()).isEqualTo(Ending.KERNEL_OOM_KILL);
        assertThat(killedWith(new OomKills(null, 2L)).ending()).isEqualTo(Ending.KERNEL_OOM_KILL);
        assertThat(killedWith(new OomKills(null, 0L)).ending()).isEqualTo(Ending.KILLED);
    }

    @Test
    void takesAnotherProcesssOomKillForWhatItIs() {
        assertThat(killedWith(new OomKills(0L, 1L)).ending()).isEqualTo(Ending.KILLED);
    }

    @Test
    void saysWhenNoCounterIsReadable() {
        DeathCertificate certificate = killedWith(OomKills.UNREADABLE);
        assertThat(certificate.ending()).isEqualTo(Ending.KILLED);
        assertThat(certificate.evidence()).anyMatch(line -> line.contains("not known"));
    }

    private static DeathCertificate killedWith(OomKills kills) {
        return DeathCertificate.of(new Remains(137, false, List.of(), List.of(), kills));
    }

    @Test
    void readsTheJvmsOwnCrashReport() {
        DeathCertificate certificate = DeathCertificate.of(new Remains(134, false, List.of(), List.of("#",
                "# A fatal error has been detected by the Java Runtime Environment:", "#",
                "#  SIGSEGV (0xb) at pc=0x00007f, pid=17, tid=18"), NONE));
        assertThat(certificate.ending()).isEqualTo(Ending.CRASHED);
        assertThat(certificate.evidence().getFirst()).contains("SIGSEGV (0xb)");
    }

    @ParameterizedTest
    @CsvSource({"143, KILLED", "129, KILLED", "134, CRASHED", "139, CRASHED", "1, CRASHED", "0, CRASHED",
        "127, CRASHED"})
    void tellsForeignSignalsFromThoseAProgramRaisesItself(int exitCode, Ending ending) {
        assertThat(of(exitCode).ending()).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"0", "137", "143", "3"})
    void knowsWhatTheHarnessDid(int exitCode) {
        Remains remains = new Remains(exitCode, true, List.of(), List.of(), new OomKills(1L, 1L));
        assertThat(DeathCertificate.of(remains).ending()).isEqualTo(Ending.STOPPED);
    }
}
