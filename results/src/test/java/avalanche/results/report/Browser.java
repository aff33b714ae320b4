package avalanche.results.report;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A headless browser that loads a file once and gives back the document as it stands afterwards. */
record Browser(Path executable, Path folder) {
    private static final long LIMIT_SECONDS = 60;

    /** The first browser on the path; without one the test is skipped, and fails where {@code CI} is set. */
    static Browser find(Path folder) {
        for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
            for (String place : Arrays.asList(System.getenv("PATH").split(":", -1))) {
                Path executable = Path.of(place, name);
                if (Files.isExecutable(executable)) {
                    return new Browser(executable, folder);
                }
            }
        }
        String message = "no browser on the PATH; install chromium to check the report's charts";
        return System.getenv("CI") == null ? abort(message) : fail(message);
    }

    String dump(String html, String... more) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path dump = folder.resolve("dump.html");
        Path log = folder.resolve("browser.log");
        List<String> command = new ArrayList<>(List.of(executable.toString(), "--headless", "--no-sandbox",
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1400,4000", "--virtual-time-budget=10000"));
        command.addAll(List.of(more));
        command.addAll(List.of("--dump-dom", page.toUri().toString()));
        Process process = new ProcessBuilder(command).redirectOutput(dump.toFile()).redirectError(log.toFile()).start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return fail("the browser did not end within " + LIMIT_SECONDS + " s: " + Files.readString(log));
            }
            return Files.readString(dump);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }
}
