package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.k8s.KubernetesConfiguration;
import avalanche.k8s.KubernetesPlatform;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Unseen;
import avalanche.results.record.IncidentSource;
import avalanche.results.record.RecordJson;
import avalanche.results.verdict.Verdict;
import avalanche.scenarios.cluster.ClusterUnderTest;
import avalanche.scenarios.cluster.Passthrough;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.IncidentReader;
import avalanche.scenarios.incident.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An API server that is not reachable for ten seconds in the middle of a run, as seen from the harness. */
@Timeout(300)
final class ApiOutageE2E {
    private static final int CUT_AT = 18;
    private static final int SECONDS = 45;
    private static final long OUTAGE_MILLIS = 10_000;
    private static final String TEXT = """
            schema: 1
            id: outage
            title: Some traffic while the API server is away
            story: Nothing happened to the service.
            victim: {strategy: concurrent, heap: 192 MiB, jvm: [-XX:+UseSerialGC]}
            traffic:
              seed: 7
              users: 200
              timeout: 5 s
              phases:
                warm-up: {duration: 5 s, create: 0/s -> 20/s}
                incident: {duration: 40 s, create: 20/s, read: 10/s, export: 2/s}
            symptoms:
              killed:
                {title: Killed, metric: memory-deaths, statistic: total, window: {phase: incident}, bound: ">= 1"}
            """;

    @TempDir
    Path directory;

    /** Cuts the connection once, when a second of the run is complete. */
    private static final class Outage implements Progress {
        private final Passthrough server;
        private @Nullable Thread cutter;
        private volatile @Nullable IOException failure;

        Outage(Passthrough server) {
            this.server = server;
        }

        @Override
        public void note(String text) {
            System.out.println(text);
        }

        @Override
        public void begins(String run, List<PhaseSpan> phases) {}

        @Override
        public void second(Second second) {
            if (second.second() == CUT_AT && cutter == null) {
                cutter = Thread.ofPlatform().daemon().name("outage").start(this::cut);
            }
        }

        private void cut() {
            try {
                server.cut();
                Thread.sleep(OUTAGE_MILLIS);
                server.restore();
            } catch (IOException e) {
                failure = e;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void ends() {}
    }

    private RehearsalPlan plan() {
        Incident incident = switch (IncidentReader.read(TEXT, "outage.yaml", null, null, List.of())) {
            case Reading.Read(Incident read) -> read;
            case Reading.Refused(var problems) -> throw new AssertionError(problems);
        };
        return new RehearsalPlan(incident, new IncidentSource("outage.yaml", incident.id(), incident.title(), incident
                .story(), incident.variant(), incident.size(), List.of(), "0".repeat(64), TEXT), 1, null, false,
                Verdict.NOT_REPRODUCED, directory.resolve("runs"), "a test");
    }

    @Test
    void theRunGoesOnAndTheRecordSaysWhatWasNotSeen() throws Exception {
        ClusterUnderTest cluster = ClusterUnderTest.require();
        Files.createDirectories(directory.resolve("runs"));
        try (Passthrough server = Passthrough.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                cluster.server())) {
            KubernetesPlatform platform = new KubernetesPlatform(new KubernetesConfiguration(cluster.kubeconfigBy(server
                    .port(), directory), cluster.context().context(), cluster.images()));
            Outage outage = new Outage(server);
            Rehearsal.Finished finished = new Rehearsal(platform, Map.of(), outage, "test").run(plan());
            assertThat(outage.failure).isNull();
            assertThat(server.accepted()).as("connections through the proxy").isGreaterThan(3);
            Run run = RecordJson.read(finished.folder().resolve("record.json")).runs().getLast();
            secondsAreWholeAndSingle(run);
            whatWasNotSeenIsTold(run);
            theServiceWasSeenAgain(run);
            assertThat(Files.readString(finished.folder().resolve("report.html"))).contains("What was not seen",
                    "the API server was not reachable");
        }
    }

    /** The injector's log was taken up again: no line is missing, and none was counted twice. */
    private static void secondsAreWholeAndSingle(Run run) {
        assertThat(run.fidelity().missingSeconds()).isEmpty();
        assertThat(run.fidelity().sent()).isEqualTo(run.fidelity().planned()).isPositive();
        List<Integer> numbers = run.seconds().stream().map(Second::second).toList();
        assertThat(numbers).doesNotHaveDuplicates().isSorted().containsAll(IntStream.range(0, SECONDS).boxed()
                .toList());
        assertThat(run.seconds().subList(1, SECONDS)).allSatisfy(second -> assertThat(second.traffic()).as("second %d",
                second.second()).containsKey(Second.ALL));
    }

    private static void whatWasNotSeenIsTold(Run run) {
        assertThat(run.unseen()).isNotEmpty().allSatisfy(unseen -> assertThat(unseen.what()).contains(
                "the API server was not reachable for"));
        Unseen whole = new Unseen(run.unseen().getFirst().fromSecond(), run.unseen().getLast().untilSecond(), "");
        assertThat(whole.fromSecond()).isBetween(CUT_AT + 0.0, CUT_AT + 8.0);
        assertThat(whole.untilSecond() - whole.fromSecond()).isBetween(OUTAGE_MILLIS / 1000.0 - 3, 25.0);
    }

    /** Its vitals are missing for the outage only, and it lived through. */
    private static void theServiceWasSeenAgain(Run run) {
        List<Integer> missing = run.seconds().stream().filter(second -> second.vitals() == null).map(Second::second)
                .filter(second -> second > 0 && second < SECONDS).toList();
        assertThat(missing).hasSizeBetween(6, 20).allMatch(second -> second >= CUT_AT);
        assertThat(run.seconds().get(SECONDS - 3).vitals()).isNotNull();
        assertThat(run.lives()).hasSize(1).allSatisfy(life -> assertThat(life.ending().isDeath()).isFalse());
    }
}
