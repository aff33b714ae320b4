package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real signals to a real process. */
@Timeout(60)
class LocalDisruptionsIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;
    private LocalPlatform platform;

    @BeforeEach
    void makePrograms() throws IOException {
        platform = Fakes.platform(directory);
    }

    private Target start(Map<String, String> settings) throws Exception {
        Target target = platform.start(new TargetSpec("run-1", 16L << 20, List.of(), settings, directory));
        target.awaitReady(LONG);
        return target;
    }

    private static Disruptions of(Target target) {
        return Objects.requireNonNull(target.disruptions());
    }

    private static boolean lands(Disruption disruption) throws InterruptedException {
        return Fakes.within(LONG, () -> {
            disruption.observe();
            return disruption.landed();
        });
    }

    @Test
    void canDoWhatItSays() throws Exception {
        try (Target target = start(Map.of())) {
            assertThat(platform.abilities()).contains(Ability.KILL, Ability.FREEZE);
            assertThat(of(target).abilities()).containsExactlyInAnyOrder(Ability.KILL, Ability.FREEZE);
            assertThatThrownBy(() -> of(target).throttle(0.5)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void aKillEndsTheServiceOnlyAndIsToldAsTheHarnesssOwn() throws Exception {
        try (Target target = start(Map.of())) {
            Disruption kill = of(target).kill();
            assertThat(lands(kill)).as(kill.observed() + target.diagnostics()).isTrue();
            assertThat(kill.observed()).contains("with exit code 137").contains("as a disruption");
            LifeReport life = target.lives().getFirst();
            assertThat(life.ending()).isEqualTo(Ending.KILLED);
            assertThat(life.exitCode()).isEqualTo(137);
            assertThat(life.evidence().getFirst()).isEqualTo(
                    "the harness sent SIGKILL to its process as a disruption");
            target.awaitReady(LONG);
            assertThat(target.lives()).hasSize(2);
            assertThat(of(target).kill().observed()).isNotEqualTo(kill.observed());
        }
    }

    @Test
    void aFrozenServiceDoesNotAnswerUntilItIsThawed() throws Exception {
        try (Target target = start(Map.of())) {
            Disruption freeze = of(target).freeze();
            assertThat(freeze.landed()).as(freeze.observed()).isTrue();
            assertThat(freeze.observed()).contains("T (stopped)");
            assertThatThrownBy(() -> target.management().get("/health")).isInstanceOf(IOException.class);
            freeze.undo();
            assertThat(freeze.observed()).contains("after SIGCONT");
            assertThat(target.management().get("/health")).contains("UP");
            assertThat(target.lives()).hasSize(1);
        }
    }

    @Test
    void closingThawsSoThatTheServiceEndsByItself() throws Exception {
        Target target = start(Map.of());
        Disruption freeze = of(target).freeze();
        target.close();
        assertThat(freeze.observed()).contains("after SIGCONT");
        assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.STOPPED);
        assertThat(target.lives().getFirst().exitCode()).isEqualTo(143);
    }
}
