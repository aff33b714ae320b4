package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.docker.DockerPlatform;
import avalanche.chaos.docker.DockerSweep;
import avalanche.chaos.docker.DockerSweep.Leftover;
import avalanche.chaos.engine.DockerEngine;
import avalanche.chaos.engine.NeedsDocker;
import avalanche.chaos.life.BackOff;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.Injection.Line;
import avalanche.chaos.target.Injection.Shard;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Liveness;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.PlatformContract;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Ending;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract, and what only containers have, with the real service and the real injector. */
@NeedsDocker
class DockerPlatformIT extends PlatformContract {
    private static final long MEBIBYTE = 1 << 20;
    private static final BackOff SHORT = new BackOff(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMinutes(
            10), 0);
    private static final String ORDER = "{\"customer\":\"c\",\"items\":1,\"payload\":\"%s\"}".formatted("x".repeat(
            1_000_000));
    private static final int MOST_ORDERS = 2000;

    private @Nullable Platform platform;

    @Override
    protected Platform platform() throws Exception {
        Platform known = platform;
        if (known == null) {
            Home home = new Home(Path.of("..").toAbsolutePath().normalize());
            known = new DockerPlatform(home.imagePlan(), System.err::println, InstantSource.system(), SHORT);
            platform = known;
        }
        return known;
    }

    @Override
    protected TargetSpec spec(String runId, Path directory) {
        return new TargetSpec(runId, 192 * MEBIBYTE, List.of(), Map.of("victim.map.strategy", "locked"), directory,
                new Container(368 * MEBIBYTE, 1, 736 * MEBIBYTE, null));
    }

    private Target start(Container container) throws Exception {
        TargetSpec spec = spec(runId(), directory());
        return platform().start(new TargetSpec(spec.runId(), spec.heapBytes(), spec.jvmOptions(), spec.settings(), spec
                .directory(), container));
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    protected void exhaustMemory(Target target) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(target.baseUri().resolve("/orders")).timeout(Duration
                    .ofSeconds(
                            10)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(
                                    ORDER))
                    .build();
            for (int i = 0; i < MOST_ORDERS; i++) {
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException _) {
            // It died, which is what this is for.
        }
    }

    @Override
    protected void killFromOutside(String runId) throws IOException {
        signal("SIGKILL");
    }

    private void signal(String name) throws IOException {
        DockerEngine.connect().killContainerCmd(theVictim().getId()).withSignal(name).exec();
    }

    private InspectContainerResponse theVictim() throws IOException {
        return only("victim");
    }

    private InspectContainerResponse only(String role) throws IOException {
        DockerClient engine = DockerEngine.connect();
        return engine.inspectContainerCmd(engine.listContainersCmd().withLabelFilter(Map.of(DockerEngine.RUN_LABEL,
                runId(), DockerEngine.ROLE_LABEL, role)).exec().getFirst().getId()).exec();
    }

    @Override
    protected Set<Ending> endingsOfExhaustion() {
        return Set.of(Ending.KERNEL_OOM_KILL);
    }

    @Override
    protected List<String> leftovers(String runId) throws IOException {
        return left(runId).stream().map(Leftover::toString).toList();
    }

    private static List<Leftover> left(String runId) throws IOException {
        return DockerSweep.connect().find().stream().filter(leftover -> leftover.runId().equals(runId)).toList();
    }

    @Override
    protected boolean sweep(Target abandoned) throws Exception {
        assertThat(left(runId())).extracting(Leftover::kind).containsExactlyInAnyOrder(DockerSweep.Kind.CONTAINER,
                DockerSweep.Kind.CONTAINER, DockerSweep.Kind.NETWORK);
        DockerSweep.connect().remove(left(runId()));
        ended(abandoned, 1);
        DockerSweep.connect().remove(left(runId()));
        return true;
    }

    @Override
    protected long memoryLimit(String runId) throws IOException {
        Long limit = theVictim().getHostConfig().getMemory();
        return limit == null ? 0 : limit;
    }

    @Test
    void tellsTheHeapsEndFromTheKernels() throws Exception {
        try (Target target = start(new Container(512 * MEBIBYTE, 1, 96 * MEBIBYTE, null))) {
            target.awaitReady(patience());
            exhaustMemory(target);
            LifeReport life = ended(target, 1);
            assertThat(life.ending()).as(target.diagnostics()).isEqualTo(Ending.HEAP_EXHAUSTED);
            assertThat(life.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void tellsSigtermFromAKill() throws Exception {
        try (Target target = start()) {
            target.awaitReady(patience());
            signal("SIGTERM");
            LifeReport life = ended(target, 1);
            assertThat(life.ending()).as(target.diagnostics()).isEqualTo(Ending.KILLED);
            assertThat(life.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void killsAServiceThatNoLongerAnswers() throws Exception {
        Liveness liveness = new Liveness(Duration.ofSeconds(1), Duration.ofSeconds(1), 2);
        try (Target target = start(new Container(368 * MEBIBYTE, 1, 128 * MEBIBYTE, liveness))) {
            target.awaitReady(patience());
            signal("SIGSTOP");
            LifeReport life = ended(target, 1);
            assertThat(life.ending()).as(target.diagnostics()).isEqualTo(Ending.LIVENESS_KILL);
            assertThat(life.evidence().getFirst()).contains("GET /live failed 2 time(s) in a row").contains(
                    "no answer within 1 s");
            target.awaitReady(patience());
        }
    }

    @Test
    void confinesWhatItRunsAndPublishesOnTheLoopbackOnly() throws Exception {
        try (Target target = start()) {
            target.awaitReady(patience());
            InspectContainerResponse victim = theVictim();
            assertThat(victim.getConfig().getUser()).isEqualTo("10001:10001");
            assertThat(victim.getHostConfig().getReadonlyRootfs()).isTrue();
            assertThat(victim.getHostConfig().getMemory()).isEqualTo(368 * MEBIBYTE);
            assertThat(victim.getHostConfig().getPrivileged()).isFalse();
            assertThat(only("sandbox").getNetworkSettings().getPorts().getBindings().values()).hasSize(2).allSatisfy(
                    bindings -> assertThat(bindings).allMatch(binding -> "127.0.0.1".equals(binding.getHostIp())));
        }
    }

    @Test
    void leavesNothingWhereTheEngineRefuses() throws Exception {
        assertThatThrownBy(() -> start(new Container(368 * MEBIBYTE, 100_000, 128 * MEBIBYTE, null))).isInstanceOf(
                IOException.class).hasMessageContaining("CPUs");
    }

    @Test
    void carriesEveryLineOfEveryShard() throws Exception {
        try (Target target = start(); Injection injection = inject(target, 2)) {
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            while (!injection.isDone()) {
                Line line = injection.next(patience());
                if (line != null) {
                    (line.shard() == 0 ? first : second).add(line.text());
                }
            }
            assertThat(injection.shards()).as(() -> injection.shards().toString()).extracting(Shard::exitCode)
                    .containsExactly(0, 0);
            assertThat(List.of(first, second)).allSatisfy(lines -> {
                assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
                assertThat(lines).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
            });
        }
    }

    private Injection inject(Target target, int shards) throws Exception {
        target.awaitReady(patience());
        String plan = """
                {"schema": 1, "baseUri": "%s", "seed": 7, "timeoutMillis": 2000, "payloadBytes": 64,
                 "longPollMillis": 0, "connections": "shared", "users": 50,
                 "phases": [{"name": "only", "seconds": 5, "rates": {"create": {"from": 20, "to": 20}}}]}
                """.formatted(target.baseUri());
        return platform().inject(new InjectionPlan(runId(), plan, directory()), shards);
    }

    @Test
    void anImageThatIsNotThereEndsNothing() throws Exception {
        try (Target target = start()) {
            target.awaitReady(patience());
            Operations operations = Objects.requireNonNull(target.operations());
            assertThatThrownBy(() -> operations.roll(new Revision("avalanche/victim-service:missing", Map.of())))
                    .isInstanceOf(IOException.class).hasMessageContaining("has no image").hasMessageContaining(
                            "docker pull");
            operations.limit(null, 0.5);
            assertThat(theVictim().getHostConfig().getNanoCPUs()).isEqualTo(500_000_000);
            assertThatThrownBy(() -> operations.limit(null, 100_000d)).isInstanceOf(IOException.class)
                    .hasMessageContaining("CPUs");
            assertThat(target.lives()).extracting(LifeReport::ending).containsExactly(Ending.ALIVE);
        }
    }
}
