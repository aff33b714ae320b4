package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.docker.DockerPlatform;
import avalanche.chaos.docker.DockerSweep;
import avalanche.chaos.engine.NeedsDocker;
import avalanche.chaos.life.BackOff;
import avalanche.chaos.target.Ability;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What chaos can do to the real service in real containers. */
@NeedsDocker
@Timeout(180)
class DockerDisruptionsIT {
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration READY = Duration.ofSeconds(90);
    private static final BackOff SHORT = new BackOff(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMinutes(
            10), 0);

    private final String runId = "disrupt-" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    @TempDir
    private Path directory;

    private Target start(@Nullable Liveness liveness) throws Exception {
        Home home = new Home(Path.of("..").toAbsolutePath().normalize());
        DockerPlatform platform = new DockerPlatform(home.imagePlan(), System.err::println, InstantSource.system(),
                SHORT);
        assertThat(platform.abilities()).contains(Ability.KILL, Ability.FREEZE, Ability.THROTTLE);
        Target target = platform.start(new TargetSpec(runId, 128 * MEBIBYTE, List.of(), Map.of("victim.map.strategy",
                "concurrent"), directory, new Container(368 * MEBIBYTE, 1, 128 * MEBIBYTE, liveness)));
        target.awaitReady(READY);
        return target;
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(DockerSweep.connect().find()).noneMatch(leftover -> leftover.runId().equals(runId));
    }

    private static Disruptions of(Target target) {
        return Objects.requireNonNull(target.disruptions());
    }

    private static boolean within(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        return condition.getAsBoolean();
    }

    private static boolean lands(Disruption disruption) throws InterruptedException {
        return within(() -> {
            disruption.observe();
            return disruption.landed();
        });
    }

    @Test
    void aKillIsToldFromTheKernels() throws Exception {
        try (Target target = start(null)) {
            Disruption kill = of(target).kill();
            assertThat(lands(kill)).as(kill.observed() + target.diagnostics()).isTrue();
            LifeReport life = target.lives().getFirst();
            assertThat(life.ending()).as(target.diagnostics()).isEqualTo(Ending.KILLED);
            assertThat(life.exitCode()).isEqualTo(137);
            assertThat(life.evidence().getFirst()).isEqualTo(
                    "the harness sent SIGKILL to its process as a disruption");
            target.awaitReady(READY);
            assertThat(target.lives()).hasSize(2);
            System.out.println(kill.observed());
        }
    }

    @Test
    void aFrozenContainerDoesNotAnswerUntilItIsThawed() throws Exception {
        try (Target target = start(null)) {
            Disruption freeze = of(target).freeze();
            assertThat(freeze.landed()).as(freeze.observed()).isTrue();
            assertThatThrownBy(() -> target.management().get("/health")).isInstanceOf(IOException.class);
            freeze.undo();
            assertThat(freeze.observed()).contains("T (stopped) after SIGSTOP").contains("after SIGCONT");
            assertThat(target.management().get("/health")).contains("UP");
            assertThat(target.lives()).hasSize(1);
            System.out.println(freeze.observed());
        }
    }

    @Test
    void aFrozenServiceThatItsLivenessKilledNeedsNoUndoing() throws Exception {
        try (Target target = start(new Liveness(Duration.ofSeconds(1), Duration.ofSeconds(1), 2))) {
            Disruption freeze = of(target).freeze();
            assertThat(within(() -> target.lives().getFirst().endedAt() != null)).as(target.diagnostics()).isTrue();
            assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.LIVENESS_KILL);
            freeze.observe();
            freeze.undo();
            assertThat(freeze.landed()).isTrue();
            assertThat(freeze.observed()).contains("ended before SIGCONT was due");
        }
    }

    @Test
    void aThrottleActsInTheCgroupFollowsARestartAndIsUndone() throws Exception {
        try (Target target = start(null)) {
            Disruption throttle = of(target).throttle(0.5);
            assertThat(throttle.landed()).as(throttle.observed()).isTrue();
            assertThat(throttle.observed()).contains("has 0.5 processors (before: 1 processors)");
            assertThat(lands(of(target).kill())).as(target.diagnostics()).isTrue();
            target.awaitReady(READY);
            throttle.observe();
            assertThat(throttle.observed()).contains("of life 2 has 0.5 processors");
            throttle.undo();
            assertThat(throttle.observed()).endsWith("of life 2 has 1 processors again");
            System.out.println(throttle.observed());
        }
    }
}
