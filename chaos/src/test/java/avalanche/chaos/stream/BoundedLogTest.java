package avalanche.chaos.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {
    @TempDir
    private Path directory;

    @Test
    void keepsTheEndAndTheFileBeforeIt() throws IOException {
        Path file = directory.resolve("a.log");
        try (BoundedLog log = new BoundedLog(file, 8)) {
            for (String text : new String[]{"one\n", "two\n", "three\n", "four\n"}) {
                log.write(text.getBytes(UTF_8));
            }
        }
        assertThat(file).hasContent("four\n");
        assertThat(directory.resolve("a.log.1")).hasContent("three\n");
    }

    @Test
    void takesNothingOnceItIsClosed() throws IOException {
        Path file = directory.resolve("a.log");
        BoundedLog log = new BoundedLog(file, 8);
        log.close();
        log.close();
        log.write("late\n".getBytes(UTF_8));
        assertThat(file).isEmptyFile();
    }
}
