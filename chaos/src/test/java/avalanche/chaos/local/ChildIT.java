package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ChildIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir
    private Path directory;

    private Child start(String script) throws IOException {
        Path log = directory.resolve("log");
        return Child.start(List.of("sh", "-c", script), directory, new Child.Streams(NOTHING, log, log));
    }

    private long pid() throws InterruptedException {
        Path file = directory.resolve("pid");
        assertThat(Fakes.within(LONG, () -> !read(file).isEmpty())).isTrue();
        return Long.parseLong(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"exit 0, 0", "exit 3, 3", "kill -KILL $$, 137", "kill -SEGV $$, 139", "exit 127, 127"})
    void passesTheExitCodeThrough(String script, int exitCode) throws Exception {
        try (Child child = start(script)) {
            assertThat(child.awaitEnd(LONG)).isTrue();
            assertThat(child.exitCode()).isEqualTo(exitCode);
        }
    }

    @Test
    void passesTheRequestToEndOnAndWaitsForTheAnswer() throws Exception {
        try (Child child = start("trap 'sleep 0.3; exit 9' TERM; echo $$ > pid; while :; do sleep 0.05; done")) {
            assertThat(pid()).isPositive();
            child.terminate();
            assertThat(child.awaitEnd(LONG)).isTrue();
            assertThat(child.exitCode()).isEqualTo(9);
        }
    }

    @Test
    void ignoresWhatATerminalSendsToTheWholeGroup() throws Exception {
        try (Child child = start("echo $$ > pid; exec sleep 300")) {
            ProcessHandle program = ProcessHandle.of(pid()).orElseThrow();
            long supervisor = program.parent().orElseThrow().pid();
            for (String signal : List.of("-INT", "-QUIT", "-HUP")) {
                new ProcessBuilder("kill", signal, String.valueOf(supervisor), String.valueOf(program.pid())).start()
                        .waitFor();
            }
            assertThat(child.awaitEnd(Duration.ofMillis(300))).isFalse();
            assertThat(program.isAlive()).isTrue();
            child.kill();
            assertThat(program.isAlive()).isFalse();
            assertThat(child.exitCode()).isEqualTo(137);
        }
    }

    @Test
    void endsAProgramWhoseSupervisorIsGone() throws Exception {
        try (Child child = start("echo $$ > pid; exec sleep 300")) {
            ProcessHandle program = ProcessHandle.of(pid()).orElseThrow();
            program.parent().orElseThrow().destroyForcibly();
            assertThat(child.awaitEnd(LONG)).isTrue();
            child.kill();
            assertThat(Fakes.within(LONG, () -> !program.isAlive())).isTrue();
        }
    }

    @Test
    void doesNotOutliveTheHarness() throws Exception {
        Process harness = new ProcessBuilder(Fakes.JAVA.toString(), "-Xmx32m", "-cp", System.getProperty(
                "java.class.path"), OrphanHarness.class.getName(), directory.toString()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("harness.log").toFile()).start();
        try {
            long pid = pid();
            assertThat(Fakes.isAlive(pid)).isTrue();
            harness.destroyForcibly();
            assertThat(harness.waitFor()).isEqualTo(137);
            assertThat(Fakes.within(Duration.ofSeconds(10), () -> !Fakes.isAlive(pid))).isTrue();
        } finally {
            harness.destroyForcibly();
        }
    }
}
