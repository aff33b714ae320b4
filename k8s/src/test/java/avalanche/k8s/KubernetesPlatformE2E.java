package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.image.ImageNames;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Liveness;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetException;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.target.Leftovers.Leftover;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the cluster of {@code KUBECONFIG}, with the real images. */
@Timeout(300)
final class KubernetesPlatformE2E {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final String RUN = "e2e-" + Long.toHexString(System.nanoTime());
    /** Too little for the JVM that is told to touch all of its heap at once: the kernel ends it while it starts. */
    private static final Container TOO_SMALL = new Container(128L << 20, 1, 512L << 20, null);

    @TempDir
    Path directory;

    private KubernetesConfiguration configuration = new KubernetesConfiguration(null, null, new ImageNames("", ""));
    private KubernetesPlatform platform = new KubernetesPlatform(configuration);

    @BeforeEach
    void connect() {
        configuration = TestCluster.require();
        platform = new KubernetesPlatform(configuration);
    }

    private TargetSpec spec(Container container, List<String> options) {
        return new TargetSpec(RUN, 128L << 20, options, Map.of("victim.map.strategy", "concurrent"), directory,
                container);
    }

    private static Container roomy() {
        return new Container(384L << 20, 1, 128L << 20, null);
    }

    private List<Leftover> left() throws IOException {
        try (Sweep sweep = new Sweep(configuration)) {
            return sweep.find().stream().filter(leftover -> leftover.runId().equals(RUN)).toList();
        }
    }

    private static boolean eventually(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        return condition.getAsBoolean();
    }

    @Test
    void itTellsWhichClusterItWouldUse() {
        assertThat(platform.probe()).isInstanceOfSatisfying(Availability.Available.class, available -> assertThat(
                available
                        .detail()).contains("context '", "v1."));
    }

    @Test
    void aServiceAnswersAndLeavesNothing() throws Exception {
        Target started = platform.start(spec(roomy(), List.of()));
        try (Target target = started) {
            target.awaitReady(READY);
            assertThat(target.management().get("/vitals")).contains("\"strategy\":\"concurrent\"");
            assertThat(target.management().put("/fault/callback",
                    "{\"delay\": {\"distribution\": \"fixed\", \"micros\": 10}, \"mode\": \"park\"}")).contains("10");
            assertThatThrownBy(() -> target.management().get("/nowhere")).isInstanceOf(IOException.class)
                    .hasMessageContaining("404");
            assertThat(target.baseUri().getPort()).isEqualTo(8080);
            assertThat(target.lives()).allMatch(life -> !life.ending().isDeath());
            assertThat(directory.resolve("victim-1.log")).content().contains("Started");
        }
        started.close();
        assertThat(started.lives()).allMatch(life -> life.ending() == Ending.STOPPED && life.endedAt() != null);
        assertThat(left()).isEmpty();
    }

    @Test
    void theKernelsKillIsTold_theKubeletRestartsAndBacksOff() throws Exception {
        Container tight = new Container(192L << 20, 1, 512L << 20, null);
        List<String> options = List.of("-Xms512m", "-XX:+AlwaysPreTouch");
        try (Target target = platform.start(spec(tight, options))) {
            assertThat(eventually(Duration.ofMinutes(2), () -> target.lives().size() >= 3)).as(target.diagnostics())
                    .isTrue();
            assertThat(eventually(Duration.ofSeconds(10), () -> target.lives().get(1).endedAt() != null)).isTrue();
            List<LifeReport> lives = target.lives();
            assertThat(lives.getFirst().ending()).as(target.diagnostics()).isEqualTo(Ending.KERNEL_OOM_KILL);
            assertThat(lives.getFirst().exitCode()).isEqualTo(137);
            assertThat(lives.getFirst().evidence()).contains("labelled OOMKilled").anyMatch(words -> words.contains(
                    "no pressure of memory, disk or processes"));
            assertThat(lives.get(2).backOff()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
            assertThat(target.diagnostics()).contains("OOMKilled", "BackOff");
            System.out.println(target.diagnostics());
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void aHeapThatIsFullIsToldFromTheKernelsKill() throws Exception {
        // The service starts in 16 MiB, the least that a specification takes, often enough; in 10 it cannot.
        try (Target target = platform.start(new TargetSpec(RUN, 16L << 20, List.of("-Xmx10m"), Map.of(
                "victim.map.strategy", "concurrent"), directory, new Container(384L << 20, 1, 16L << 20, null)))) {
            assertThatThrownBy(() -> target.awaitReady(READY)).isInstanceOf(TargetException.class).hasMessageContaining(
                    "OutOfMemoryError");
            assertThat(target.lives().getFirst().ending()).as(target.diagnostics()).isEqualTo(Ending.HEAP_EXHAUSTED);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsKilledByItsProbe() throws Exception {
        Container probed = new Container(384L << 20, 1, 128L << 20, new Liveness(Duration.ofSeconds(1), Duration
                .ofSeconds(1), 1));
        try (Target target = platform.start(new TargetSpec(RUN, 128L << 20, List.of(), Map.of("victim.map.strategy",
                "concurrent", "server.tomcat.max-connections", "1", "server.tomcat.accept-count", "1",
                "spring.mvc.servlet.path", "/elsewhere"), directory, probed))) {
            // The probe may end it before anybody saw it ready, or after: the kubelet decides which of its probes is first.
            assertThat(eventually(READY, () -> target.lives().stream().anyMatch(life -> life.endedAt() != null))).as(
                    target.diagnostics()).isTrue();
            assertThat(target.lives().getFirst().ending()).as(target.diagnostics()).isEqualTo(Ending.LIVENESS_KILL);
        }
    }

    @Test
    void anImageThatIsNotThereIsSaidAtOnce() throws Exception {
        KubernetesPlatform other = new KubernetesPlatform(new KubernetesConfiguration(null, null, new ImageNames(
                "avalanche/victim-service:missing", "avalanche/injector:missing")));
        try (Target target = other.start(spec(TOO_SMALL, List.of()))) {
            assertThatThrownBy(() -> target.awaitReady(READY)).isInstanceOf(TargetException.class).hasMessageContaining(
                    "load the image into the cluster").hasMessageContaining("avalanche/victim-service:missing");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void anInjectorsLastWordsAndExitCodeAreTold() throws Exception {
        try (Injection injection = platform.inject(new InjectionPlan(RUN, "{\"schema\": \"no plan\"}", directory), 2)) {
            List<Injection.Line> lines = new ArrayList<>();
            assertThat(eventually(READY, () -> {
                drain(injection, lines);
                return injection.isDone();
            })).isTrue();
            assertThat(lines).isEmpty();
            assertThat(injection.shards()).allSatisfy(shard -> {
                assertThat(shard.exitCode()).isEqualTo(2);
                assertThat(shard.lastWords()).anyMatch(line -> line.contains("schema"));
            });
            assertThat(directory.resolve("injector-1.log")).content().contains("schema");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void everyShardsSecondsComeOnce() throws Exception {
        try (Target target = platform.start(spec(roomy(), List.of()))) {
            target.awaitReady(READY);
            String plan = """
                    {"schema": 1, "baseUri": "%s", "startAt": "%s", "seed": 42, "timeoutMillis": 5000,
                     "payloadBytes": 128, "longPollMillis": 0, "connections": "shared", "users": 100,
                     "phases": [{"name": "steady", "seconds": 10, "rates": {"create": {"from": 20, "to": 20}}}]}
                    """.formatted(target.baseUri(), Instant.now().plus(platform.injectorLead()).truncatedTo(
                    ChronoUnit.SECONDS));
            List<Injection.Line> lines = new ArrayList<>();
            try (Injection injection = platform.inject(new InjectionPlan(RUN, plan, directory), 2)) {
                assertThat(eventually(READY, () -> {
                    drain(injection, lines);
                    return injection.isDone();
                })).isTrue();
                assertThat(injection.shards()).allSatisfy(shard -> assertThat(shard.exitCode()).as(() -> String.join(
                        "\n",
                        shard.lastWords())).isZero());
            }
            for (int shard = 0; shard < 2; shard++) {
                int number = shard;
                List<String> of = lines.stream().filter(line -> line.shard() == number).map(Injection.Line::text)
                        .toList();
                assertThat(of.getFirst()).contains("\"type\":\"ready\"");
                assertThat(of.getLast()).contains("\"type\":\"end\"");
                for (int second = 0; second < 10; second++) {
                    String what = "\"second\":" + second + ",";
                    assertThat(of).filteredOn(line -> line.contains(what)).hasSize(1);
                }
            }
        }
    }

    private static void drain(Injection injection, List<Injection.Line> lines) {
        try {
            Injection.Line line = injection.next(Duration.ofMillis(100));
            while (line != null) {
                lines.add(line);
                line = injection.next(Duration.ofMillis(10));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRollOutThatDiesIsADeath_andTheReplicasFromBeforeServeOn() throws Exception {
        try (Target target = platform.start(spec(roomy(), List.of()))) {
            target.awaitReady(READY);
            Operations operations = Objects.requireNonNull(target.operations());
            operations.roll(new Revision(null, Map.of("victim.map.strategy", "no-such-strategy")));
            assertThat(eventually(READY, () -> target.lives().stream().anyMatch(life -> life.ending().isDeath()))).as(
                    target.diagnostics()).isTrue();
            List<Instance> instances = operations.instances();
            assertThat(instances).extracting(Instance::revision).containsExactly(1, 2);
            assertThat(instances.getFirst().goneAt()).isNull();
            assertThat(instances.getLast().readyAt()).isNull();
            assertThat(target.management().get("/vitals")).contains("\"strategy\":\"concurrent\"");
            assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.ALIVE);
        }
    }

    @Test
    void moreMemoryThanTheQuotaHadRoomForIsGivenToEveryReplica() throws Exception {
        KubernetesPlatform narrow = new KubernetesPlatform(new KubernetesConfiguration(null, null, configuration
                .images(), configuration.pullPolicy(), configuration.prefix(), null, configuration.injectorHeapBytes(),
                configuration.injectorCpus(), 1));
        try (Target target = narrow.start(spec(roomy(), List.of()))) {
            target.awaitReady(READY);
            Operations operations = Objects.requireNonNull(target.operations());
            operations.limit(1024L << 20, 0.75);
            assertThat(eventually(READY, () -> operations.instances().stream().anyMatch(instance -> instance
                    .revision() == 2 && instance.readyAt() != null))).as(target.diagnostics()).isTrue();
            assertThat(eventually(READY, () -> operations.instances().getFirst().goneAt() != null)).isTrue();
            // The heap, 256 MiB below the memory at first, is so still; a collector keeps some of it to itself.
            Matcher heap = Pattern.compile("\"heapMaxBytes\":(\\d+)").matcher(target.management().get("/vitals"));
            assertThat(heap.find()).isTrue();
            assertThat(Long.parseLong(heap.group(1))).isBetween(640L << 20, 768L << 20);
            assertThat(target.lives()).allMatch(life -> !life.ending().isDeath());
        }
    }
}
