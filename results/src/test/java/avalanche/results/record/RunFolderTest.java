package avalanche.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import avalanche.results.evidence.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RunRecord EXAMPLE = ExampleRecords.reproduced();

    @TempDir
    private Path folder = Path.of("unset");

    private RunArchive archive() {
        return new RunArchive(folder.resolve("runs"));
    }

    @Test
    void aCompleteRunIsListedAndLoaded() {
        RunFolder run = archive().begin(EXAMPLE.id());
        assertThat(run.of(Run.Role.CONTROL)).isDirectory();
        assertThat(run.of(Run.Role.INCIDENT)).isDirectory();
        Path complete = run.complete(EXAMPLE);
        assertThat(complete).isDirectoryContaining("glob:**record.json").isDirectoryContaining("glob:**timeline.csv");
        assertThat(complete.resolve("record.json.tmp")).doesNotExist();
        assertThat(archive().ids()).containsExactly(EXAMPLE.id());
        assertThat(archive().cutOff()).isEmpty();
        assertThat(archive().load(EXAMPLE.id())).isEqualTo(EXAMPLE);
    }

    @Test
    void aRunThatWasCutOffIsNoResult() throws IOException {
        RunFolder run = archive().begin(EXAMPLE.id());
        Files.writeString(run.path().resolve(RunFolder.RECORD), RecordJson.write(EXAMPLE));
        assertThat(archive().ids()).isEmpty();
        assertThat(archive().cutOff()).containsExactly(EXAMPLE.id());
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> archive().load(EXAMPLE.id()))
                .withMessageContaining("cut off half-way");
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> archive().load(EXAMPLE.id()
                + RunFolder.PARTIAL)).withMessageContaining("cut off half-way");
    }

    @Test
    void nothingIsOverwrittenAndNoPathEscapes() {
        archive().begin(EXAMPLE.id()).complete(EXAMPLE);
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> archive().begin(EXAMPLE.id()))
                .withMessageContaining("exists");
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> archive().begin("../out"))
                .withMessageContaining("'../out'");
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> archive().load("unknown"))
                .withMessageContaining(EXAMPLE.id());
        RunFolder other = archive().begin("other");
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> other.complete(EXAMPLE))
                .withMessageContaining("allowed: other");
    }

    @Test
    void idsSortByTimeAndAreSafe() {
        String first = RunId.of(Instant.parse("2026-03-01T09:59:59Z"), "A/B: ../c", new Random(1));
        String second = RunId.of(Instant.parse("2026-03-01T10:00:00Z"), "a", new Random(1));
        assertThat(first).matches("20260301T095959Z-a-b-c-[0-9a-f]{4}").isLessThan(second);
        assertThat(RunId.require(first)).isEqualTo(first);
    }

    @Test
    void aFullDiskSaysWhereAndWhatToDo() {
        RecordException full = RecordException.at(folder, new IOException("No space left on device"));
        assertThat(full).hasMessageContaining(folder.toString()).hasMessageContaining("MB free").hasMessageContaining(
                "remove old runs");
        RecordException.requireSpace(folder.resolve("not/yet/there"), 1);
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> RecordException.requireSpace(folder,
                Long.MAX_VALUE)).withMessageContaining("needed").withMessageContaining(folder.toString());
    }

    @Test
    void aLogOnAFullDiskFailsAndDoesNotGoOnSilently() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "a device that is always full, on Linux");
        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> {
            try (LogFile log = new LogFile(full, Instant.EPOCH, "test")) {
                log.write(0, null, new org.HdrHistogram.Histogram(3));
            }
        }).withMessageContaining("no space left to write /dev/full");
    }
}
