package avalanche.chaos.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.life.BackOff;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What orders do, with lives that are objects; nothing listens on their address, so none becomes ready by itself. */
@Timeout(60)
class KeptTargetTest {
    private static final BackOff LONG = new BackOff(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2), 0);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Revision OTHER = new Revision(null, Map.of("strategy", "other"));

    private final List<FakeLife> lives = new CopyOnWriteArrayList<>();
    private final FakeChanges changes = new FakeChanges();
    private final KeptTarget target;

    KeptTargetTest() throws IOException {
        target = KeptTarget.start("run-1", (number, backOff) -> {
            FakeLife life = new FakeLife(number, backOff, changes.strategy);
            lives.add(life);
            return life;
        }, changes, new KeptTarget.Address(NOWHERE, NOWHERE, () -> {}), LONG);
    }

    @AfterEach
    void close() {
        target.close();
    }

    private Operations operations() {
        return target.operations();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private List<Ending> endings() {
        return target.lives().stream().map(LifeReport::ending).toList();
    }

    @Test
    void anOrderedEndIsNoDeathAndHasNoBackOff() throws Exception {
        for (int number = 2; number <= 5; number++) {
            operations().restart();
            int expected = number;
            await(() -> target.lives().size() == expected);
        }
        assertThat(endings()).containsExactly(Ending.STOPPED, Ending.STOPPED, Ending.STOPPED, Ending.STOPPED,
                Ending.ALIVE);
        assertThat(lives).extracting(life -> life.backOff).containsOnly(Duration.ZERO);
        lives.getLast().die();
        await(() -> target.lives().size() == 6);
        assertThat(lives.getLast().backOff).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatWaitsForItsBackOffIsStartedAtOnceByAnOrder() throws Exception {
        lives.getFirst().die();
        await(() -> target.lives().size() == 2);
        lives.get(1).die();
        await(() -> endings().get(1) == Ending.CRASHED);
        operations().roll(OTHER);
        await(() -> target.lives().size() == 3);
        assertThat(lives.get(2).backOff).isLessThan(Duration.ofMinutes(10));
        assertThat(lives.get(2).strategy).isEqualTo("other");
        assertThat(endings()).containsExactly(Ending.CRASHED, Ending.CRASHED, Ending.ALIVE);
    }

    @Test
    void aReplicaIsAllTheLivesOfItsRevision() throws Exception {
        lives.getFirst().die();
        await(() -> target.lives().size() == 2);
        lives.get(1).ready();
        assertThat(operations().instances()).containsExactly(new Instance("victim-1", 1, lives.get(0).startedAt, lives
                .get(1).readyAt, null));
        operations().roll(OTHER);
        await(() -> target.lives().size() == 3);
        assertThat(operations().instances()).extracting(Instance::name).containsExactly("victim-1", "victim-3");
        assertThat(operations().instances()).extracting(Instance::revision).containsExactly(1, 2);
        assertThat(operations().instances().getFirst().goneAt()).isEqualTo(target.lives().get(1).endedAt());
        assertThat(operations().instances().getLast().goneAt()).isNull();
        target.close();
        assertThat(operations().instances().getLast().goneAt()).isNotNull();
    }

    @Test
    void whatIsRefusedEndsNothing() throws Exception {
        assertThatThrownBy(() -> operations().scale(2)).isInstanceOf(UnsupportedOperationException.class).hasMessage(
                "this platform cannot scale the service out; it can: roll another revision out, restart the service");
        assertThatThrownBy(() -> operations().limit(1L << 30, null)).isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("change the limits of memory and processors");
        assertThatThrownBy(() -> operations().roll(new Revision("x", Map.of()))).isInstanceOf(IOException.class);
        assertThat(endings()).containsExactly(Ending.ALIVE);
        target.close();
        assertThatThrownBy(() -> operations().restart()).isInstanceOf(IOException.class).hasMessageContaining(
                "it was closed");
    }

    private static final class FakeChanges implements Changes {
        private volatile String strategy = "first";

        @Override
        public Set<Ability> abilities() {
            return Set.of(Ability.ROLL, Ability.RESTART);
        }

        @Override
        public Runnable revise(Revision revision) throws IOException {
            if (revision.image() != null) {
                throw new IOException("no images here");
            }
            return () -> strategy = revision.settings().getOrDefault("strategy", strategy);
        }

        @Override
        public void limit(@Nullable Long memoryBytes, @Nullable Double cpus) {
            throw new AssertionError("asked for what is not declared");
        }
    }

    private static final class FakeLife implements Life {
        private final int number;
        private final Duration backOff;
        private final String strategy;
        private final Instant startedAt = Instant.now();
        private volatile Runnable atEnd = () -> {};
        private volatile boolean alive = true;
        private volatile @Nullable Instant readyAt;
        private volatile @Nullable LifeReport burial;

        FakeLife(int number, Duration backOff, String strategy) {
            this.number = number;
            this.backOff = backOff;
            this.strategy = strategy;
        }

        void die() {
            alive = false;
            atEnd.run();
        }

        @Override
        public void atEnd(Runnable action) {
            atEnd = action;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public boolean isReady() {
            return readyAt != null;
        }

        @Override
        public void ready() {
            readyAt = Instant.now();
        }

        @Override
        public void stop(Duration grace) {
            alive = false;
        }

        @Override
        public LifeReport bury(boolean stopped) {
            LifeReport report = report(Instant.now(), stopped ? Ending.STOPPED : Ending.CRASHED);
            burial = report;
            return report;
        }

        @Override
        public boolean isBuried() {
            return burial != null;
        }

        @Override
        public LifeReport report() {
            LifeReport buried = burial;
            return buried == null ? report(null, Ending.ALIVE) : buried;
        }

        private LifeReport report(@Nullable Instant endedAt, Ending ending) {
            return new LifeReport(number, startedAt, readyAt, endedAt, ending, null, backOff, List.of());
        }

        @Override
        public Path log() {
            return Path.of("victim-" + number + ".log");
        }

        @Override
        public List<String> lastLines(int most) {
            return List.of();
        }
    }
}
