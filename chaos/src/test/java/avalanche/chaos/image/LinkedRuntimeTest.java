package avalanche.chaos.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedRuntimeTest {
    @TempDir
    private Path home;

    private void jdkFor(String system, String machine) throws IOException {
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\nOS_ARCH=\"" + machine + "\"\nOS_NAME=\""
                + system + "\"\n");
        Path jlink = Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("jlink"));
        Files.setPosixFilePermissions(jlink, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void isForLinux() throws IOException {
        jdkFor("Linux", "aarch64");
        assertThatCode(() -> LinkedRuntime.check(home)).doesNotThrowAnyException();
    }

    @Test
    void isNotLinkedFromAJdkOfAnotherSystem() throws IOException {
        jdkFor("Darwin", "aarch64");
        assertThatThrownBy(() -> LinkedRuntime.check(home)).isInstanceOf(IOException.class).hasMessageContaining(
                "is for Darwin on aarch64").hasMessageContaining("--registry");
    }

    @Test
    void isNotLinkedFromWhatIsNoJdk() {
        assertThatThrownBy(() -> LinkedRuntime.check(home)).isInstanceOf(IOException.class).hasMessageContaining(
                "is not a JDK").hasMessageContaining("JAVA_HOME");
    }
}
