package avalanche.scenarios.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import avalanche.k8s.connection.Clients;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.record.RecordJson;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Verdict;
import avalanche.scenarios.cluster.ClusterUnderTest;
import avalanche.scenarios.cluster.ScheduledCluster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal inside the cluster, as its CronJob would start it: the harness has no more than its image and its Role. */
@Timeout(600)
final class ScheduledRunE2E {
    private static final int SECONDS = 14;
    private static final int MOST_TRIES = 3;
    private static final Duration ENDED_WITHIN = Duration.ofMinutes(3);
    private static final String TEXT = """
            schema: 1
            id: nightly
            title: A map that survives a slow walk
            story: It happened at night.
            victim: {strategy: concurrent, heap: 192 MiB, jvm: [-XX:+UseSerialGC]}
            traffic:
              seed: 7
              users: 200
              timeout: 5 s
              phases:
                warm-up: {duration: 4 s, create: 0/s -> 20/s}
                incident: {duration: 10 s, create: 20/s, export: 4/s}
            faults:
              slow: {type: slow-callback, from: incident, delay: 300 us}
            symptoms:
              killed:
                {title: Killed, metric: memory-deaths, statistic: total, window: {phase: incident}, bound: ">= 1"}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    /** Never by itself while the test runs, unless a year begins. */
    private String render(ClusterUnderTest cluster, ScheduledCluster of) throws Exception {
        Path file = Files.writeString(directory.resolve("nightly.yaml"), TEXT);
        List<String> words = new ArrayList<>(List.of("manifests", file.toString(), "--schedule", "0 0 1 1 *",
                "--namespace", of.namespace(), "--victim-image", cluster.images().victim(), "--injector-image", cluster
                        .images().injector(), "--harness-image", cluster.harness(), "--expect", "not-reproduced",
                "--no-control", "--storage", "1Gi"));
        String storageClass = of.storageClass();
        if (storageClass != null) {
            words.addAll(List.of("--storage-class", storageClass));
        }
        int code = Avalanche.commandLine(new Output(new PrintStream(out, true, UTF_8), new PrintStream(err, true,
                UTF_8), false, 100), new Home(Path.of("..").toAbsolutePath().normalize())).execute(words.toArray(
                        String[]::new));
        assertThat(code).as(err.toString(UTF_8)).isZero();
        assertThat(err.toString(UTF_8)).contains("CronJob is written as batch/v1", "since the context");
        return out.toString(UTF_8);
    }

    @Test
    void theHarnessRunsInTheClusterAndItsRecordStaysOnTheVolume() throws Exception {
        ClusterUnderTest cluster = ClusterUnderTest.require();
        try (Clients clients = Clients.open(cluster.context());
                ScheduledCluster of = ScheduledCluster.prepare(clients,
                        cluster, directory)) {
            of.apply(render(cluster, of));
            ScheduledCluster.Ended ended = null;
            for (int number = 1; number <= MOST_TRIES && (ended == null || ended.exitCode() == ExitCode.NO_ANSWER
                    .code()); number++) {
                ended = of.runNow("avalanche-nightly", number, ENDED_WITHIN);
                System.out.println(ended.log());
            }
            assertThat(Objects.requireNonNull(ended).exitCode()).as(ended.log()).isZero();
            assertThat(ended.log()).contains("the cluster that this runs in",
                    "NOT_REPRODUCED (expected NOT_REPRODUCED)");
            record(of.read("cat $(ls -d /records/*-nightly-* | tail -n 1)/record.json"));
            assertThat(of.read("ls $(ls -d /records/*-nightly-* | tail -n 1)")).contains("report.html",
                    "timeline.csv", "incident");
            assertThat(of.left()).as("what the run left beside the harness").isEmpty();
        }
    }

    private static void record(String json) {
        RunRecord kept = RecordJson.read(json, "the volume");
        assertThat(kept.judgement().verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(kept.command()).contains("/opt/avalanche/incident/nightly.yaml", "--platform kubernetes");
        Run run = kept.runs().getLast();
        assertThat(run.platform()).isEqualTo("kubernetes");
        assertThat(run.fidelity().missingSeconds()).isEmpty();
        assertThat(run.seconds()).hasSizeGreaterThanOrEqualTo(SECONDS);
        assertThat(run.seconds().subList(1, SECONDS)).allSatisfy(second -> {
            assertThat(second.traffic()).containsKey(Second.ALL);
            assertThat(second.vitals()).isNotNull();
        });
        assertThat(run.receipts()).isNotEmpty().allMatch(receipt -> receipt.landed());
    }
}
