package avalanche.scenarios.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code manifests --schedule}, where no cluster and no Docker engine is at hand. */
class ScheduledManifestsTest {
    private static final String FILE = Path.of("incidents", "range-cascade.yaml").toString();
    private static final List<String> IMAGES = List.of("--victim-image", "r/victim:1", "--injector-image",
            "r/injector:2", "--harness-image", "r/harness:3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();

    @TempDir
    Path directory;

    private int schedule(String file, String... more) {
        List<String> words = new ArrayList<>(List.of("manifests", file));
        words.addAll(IMAGES);
        words.addAll(List.of(more));
        CommandLine line = Avalanche.commandLine(new Output(new PrintStream(out, true, UTF_8), new PrintStream(err,
                true, UTF_8), false, 100), new Home(Path.of("..")));
        line.setErr(new PrintWriter(usage, true));
        return line.execute(words.toArray(String[]::new));
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    @Test
    void everythingThatARunIsToldComesThrough() throws IOException {
        assertThat(schedule(FILE, "--schedule", "30 2 * * 1-5", "--kubernetes-version", "1.34", "--namespace", "nights",
                "--variant", "as-sketched", "--set", "victim.heap=256 MiB", "--injectors", "2", "--expect",
                "not-reproduced", "--no-control", "--mitigation", "more-memory", "--storage", "2Gi", "--storage-class",
                "fast")).isZero();
        assertThat(printed().lines().filter(line -> line.startsWith("kind: "))).containsExactly("kind: ServiceAccount",
                "kind: Role", "kind: RoleBinding", "kind: ConfigMap", "kind: PersistentVolumeClaim", "kind: CronJob");
        assertThat(printed()).contains(
                "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: avalanche-range-cascade",
                "schedule: 30 2 * * 1-5", "image: r/harness:3", "storage: 2Gi", "storageClassName: fast");
        assertThat(arguments()).containsExactly("run", "/opt/avalanche/incident/range-cascade.yaml", "--platform",
                "kubernetes", "--namespace", "nights", "--victim-image", "r/victim:1", "--injector-image",
                "r/injector:2", "--out", "/opt/avalanche/records", "--variant", "as-sketched", "--set",
                "victim.heap=256 MiB", "--injectors", "2", "--mitigation", "more-memory", "--expect", "not-reproduced",
                "--no-control");
        assertThat(err.toString(UTF_8)).contains("CronJob is written as batch/v1, since Kubernetes 1.34 was named");
    }

    /** What the container is told is what the command line takes. */
    @Test
    void theCommandLineTakesWhatTheContainerIsTold() {
        assertThat(schedule(FILE, "--schedule", "0 3 * * *", "--kubernetes-version", "1.20", "--strategy", "snapshot"))
                .isZero();
        assertThat(printed()).contains("apiVersion: batch/v1beta1\nkind: CronJob", "namespace: avalanche");
        assertThat(err.toString(UTF_8)).contains("the namespace is avalanche, which must exist");
        CommandLine run = Avalanche.commandLine(Output.ofProcess(), new Home(Path.of("..")));
        assertThat(run.parseArgs(arguments().toArray(String[]::new)).errors()).isEmpty();
    }

    /** The words under {@code args:}, as they were before they became YAML. */
    private List<String> arguments() {
        return printed().lines().dropWhile(line -> !line.strip().equals("args:")).skip(1).takeWhile(line -> line.strip()
                .startsWith("- ")).map(line -> line.strip().substring(2).replaceAll("^'|'$", "")).toList();
    }

    @Test
    void anUnfitArgumentIsAUsageErrorThatNamesWhatIsAllowed() {
        assertThat(schedule(FILE, "--schedule", "0 25 * * *", "--kubernetes-version", "1.34")).isEqualTo(2);
        assertThat(usage.toString()).contains("whose hour is '25'; allowed: 0 to 23");
        assertThat(schedule(FILE, "--schedule", "0 3 * * *", "--kubernetes-version", "latest")).isEqualTo(2);
        assertThat(usage.toString()).contains("'latest'; allowed: 1.20 and newer");
        assertThat(schedule(FILE, "--schedule", "0 3 * * *", "--kubernetes-version", "1.34", "--storage", "5 GB"))
                .isEqualTo(2);
        assertThat(usage.toString()).contains("storage is '5 GB'; allowed: a quantity such as 500Mi or 5Gi");
        assertThat(schedule(FILE, "--schedule", "0 3 * * *", "--kubernetes-version", "1.34", "--injectors", "0"))
                .isEqualTo(2);
        assertThat(usage.toString()).contains("--injectors is 0; allowed: 1 to 100");
        assertThat(schedule(FILE, "--schedule", "0 3 * * *", "--kubernetes-version", "1.34", "--mitigation",
                "more-replica")).isEqualTo(2);
        assertThat(usage.toString()).contains("--mitigation: ", "'more-replica'", "more-replicas");
        assertThat(schedule(FILE, "--storage-class", "fast")).isEqualTo(2);
        assertThat(usage.toString()).contains("--schedule");
        assertThat(printed()).isEmpty();
    }

    @Test
    void anIncidentThatNeedsMoreThanItsFileIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), Files.readString(Path.of(FILE)).replaceFirst(
                "\n  strategy: locked", "\n  plugins: maps\n  strategy: locked"));
        Files.createDirectories(directory.resolve("maps"));
        assertThat(schedule(file.toString(), "--schedule", "0 3 * * *", "--kubernetes-version", "1.34")).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("victim.plugins is ", "takes the incident file alone",
                "run this one from a checkout");
        assertThat(printed()).isEmpty();
    }

    @Test
    void inTheHarnesssImageOtherPlatformsAreRefusedWithTheRemedy() {
        CommandLine line = Avalanche.commandLine(new Output(new PrintStream(out, true, UTF_8), new PrintStream(err,
                true, UTF_8), false, 100), new Home(Path.of("/opt/app"), true));
        assertThat(line.execute("run", FILE, "--out", directory.toString())).isEqualTo(4);
        assertThat(err.toString(UTF_8)).contains("this is the harness's image", "use --platform kubernetes with");
        assertThat(line.execute("images")).isEqualTo(4);
    }
}
