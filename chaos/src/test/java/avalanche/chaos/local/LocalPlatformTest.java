package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.life.BackOff;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Availability.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {
    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        Files.createFile(home.resolve("victim.jar"));
        Files.createFile(home.resolve("injector.jar"));
    }

    private Availability probe() {
        LocalPrograms programs = new LocalPrograms(home.resolve("bin/java"), home.resolve("victim.jar"), List.of(home
                .resolve("injector.jar")), "a.Injector", home);
        return new LocalPlatform(programs, Pinning.among(List.of(0), 1), InstantSource.system(), BackOff.KUBELET)
                .probe();
    }

    private Unavailable unavailable() {
        assertThat(probe()).isInstanceOf(Unavailable.class);
        return (Unavailable) probe();
    }

    @Test
    void isAvailableWithEverythingThere() {
        assertThat(probe()).isInstanceOf(Availability.Available.class);
    }

    @Test
    void namesAJavaThatIsTooOld() throws IOException {
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        assertThat(unavailable().reason()).contains("Java 17").contains("25 or later");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        assertThat(unavailable().reason()).contains("Java 8");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        Files.delete(home.resolve("injector.jar"));
        assertThat(unavailable().reason()).contains("injector.jar");
        Files.delete(home.resolve("victim.jar"));
        assertThat(unavailable().reason()).contains("victim.jar");
        assertThat(unavailable().remedy()).contains("mvn");
        Files.delete(home.resolve("bin/java"));
        assertThat(unavailable().reason()).contains("bin/java");
    }
}
