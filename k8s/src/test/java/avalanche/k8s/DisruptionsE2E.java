package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.target.Container;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Liveness;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What chaos can do to the service's pods, on the cluster of {@code KUBECONFIG}. */
@Timeout(300)
final class DisruptionsE2E {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final String RUN = "disrupt-" + Long.toHexString(System.nanoTime());

    @TempDir
    Path directory;

    private @Nullable KubernetesPlatform platform;

    @BeforeEach
    void connect() {
        platform = new KubernetesPlatform(TestCluster.require());
    }

    private Target start(@Nullable Liveness liveness) throws Exception {
        Target target = Objects.requireNonNull(platform).start(new TargetSpec(RUN, 128L << 20, List.of(), Map.of(
                "victim.map.strategy", "concurrent"), directory, new Container(384L << 20, 1, 128L << 20, liveness)));
        target.awaitReady(READY);
        return target;
    }

    private static Disruptions of(Target target) {
        return Objects.requireNonNull(target.disruptions());
    }

    private static boolean within(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        return condition.getAsBoolean();
    }

    private static void assertLands(Disruption disruption, Target target) throws InterruptedException {
        assertThat(within(() -> {
            disruption.observe();
            return disruption.landed();
        })).as(() -> disruption.observed() + "\n" + target.diagnostics()).isTrue();
        System.out.println(disruption.observed());
    }

    @Test
    void freezesKillsAndDeletes_eachIsProvenAndToldAsWhatItIs() throws Exception {
        try (Target target = start(null)) {
            Disruption freeze = of(target).freeze();
            assertThat(freeze.landed()).as(freeze.observed()).isTrue();
            assertThatThrownBy(() -> target.management().get("/health")).isInstanceOf(IOException.class);
            freeze.undo();
            assertThat(freeze.observed()).contains("T (stopped) after SIGSTOP").contains("after SIGCONT");
            System.out.println(freeze.observed());
            assertThat(target.management().get("/health")).contains("UP");
            assertThat(target.lives()).hasSize(1);

            assertLands(of(target).kill(), target);
            LifeReport killed = target.lives().getFirst();
            assertThat(killed.ending()).as(target.diagnostics()).isEqualTo(Ending.KILLED);
            assertThat(killed.exitCode()).isEqualTo(137);
            assertThat(killed.evidence()).contains("the harness sent SIGKILL to its process as a disruption").noneMatch(
                    line -> line.contains("not sent by the harness"));
            target.awaitReady(READY);
            assertThat(target.lives()).hasSize(2);

            assertLands(of(target).delete(), target);
            assertThat(within(() -> target.lives().get(1).endedAt() != null)).as(target.diagnostics()).isTrue();
            LifeReport deleted = target.lives().get(1);
            assertThat(deleted.ending()).as(target.diagnostics()).isEqualTo(Ending.KILLED);
            assertThat(deleted.evidence()).contains("the harness deleted its pod as a disruption");
            target.awaitReady(READY);
            assertThat(target.management().get("/health")).contains("UP");
            assertThat(target.lives()).hasSize(3);
        }
    }

    @Test
    void aThrottleReplacesThePodsByThrottledOnesAndBack() throws Exception {
        try (Target target = start(null)) {
            Disruption throttle = of(target).throttle(0.5);
            assertThat(throttle.landed()).isFalse();
            assertLands(throttle, target);
            assertThat(throttle.observed()).contains("is ready with 0.5 processors by its cgroup");
            assertThat(within(() -> target.lives().getFirst().ending() == Ending.STOPPED)).as(target.diagnostics())
                    .isTrue();
            throttle.undo();
            assertThat(within(() -> target.lives().size() == 3 && target.lives().get(2).readyAt() != null)).as(target
                    .diagnostics()).isTrue();
            assertThat(target.lives()).noneMatch(life -> life.ending().isDeath());
        }
    }

    @Test
    void aFrozenPodThatItsProbeKilledNeedsNoUndoing() throws Exception {
        try (Target target = start(new Liveness(Duration.ofSeconds(1), Duration.ofSeconds(1), 2))) {
            Disruption freeze = of(target).freeze();
            assertThat(freeze.landed()).as(freeze.observed()).isTrue();
            assertThat(within(() -> target.lives().getFirst().endedAt() != null)).as(target.diagnostics()).isTrue();
            assertThat(target.lives().getFirst().ending()).as(target.diagnostics()).isEqualTo(Ending.LIVENESS_KILL);
            target.awaitReady(READY);
            freeze.undo();
            assertThat(freeze.observed()).contains("ended before SIGCONT was due");
        }
    }
}
