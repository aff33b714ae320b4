package avalanche.chaos.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a rehearsal relies on, whatever the platform. */
@Timeout(300)
public abstract class PlatformContract {
    private final String runId = "contract-" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    @TempDir
    private Path directory;

    /** The platform, with a short back-off where it can be chosen. */
    protected abstract Platform platform() throws Exception;

    /** A service of that platform. */
    protected abstract TargetSpec spec(String runId, Path directory);

    /** Makes the service keep more memory than it may; returns at once or when the service is dead. */
    protected abstract void exhaustMemory(Target target) throws Exception;

    /** Kills the service with SIGKILL, as somebody else on the platform would. */
    protected abstract void killFromOutside(String runId) throws Exception;

    /** How a service ends that keeps more memory than it may. */
    protected abstract Set<Ending> endingsOfExhaustion();

    /** What of a run is still there, in words. */
    protected abstract List<String> leftovers(String runId) throws Exception;

    /**
     * Removes what a run left, by the platform's own sweep, while its target is still there; false where the platform
     * needs none, since nothing outlives its harness.
     */
    protected boolean sweep(Target abandoned) throws Exception {
        return false;
    }

    /** The service's limit of memory in bytes, as read back from the platform; for those that can change it. */
    protected long memoryLimit(String runId) throws Exception {
        throw new UnsupportedOperationException("where limits can be changed, the test has to read them");
    }

    /** The longest that a start or an end may take. */
    protected Duration patience() {
        return Duration.ofSeconds(60);
    }

    protected final String runId() {
        return runId;
    }

    protected final Path directory() {
        return directory;
    }

    protected final Target start() throws Exception {
        return platform().start(spec(runId, directory));
    }

    /** Waits until a life has ended, and returns it. */
    protected final LifeReport ended(Target target, int number) throws InterruptedException {
        assertThat(within(() -> target.lives().size() >= number && target.lives().get(number - 1).endedAt() != null))
                .as(() -> "life " + number + " has ended: " + target.diagnostics()).isTrue();
        return target.lives().get(number - 1);
    }

    final boolean within(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience());
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    @AfterEach
    final void nothingIsLeft() throws Exception {
        assertThat(leftovers(runId)).isEmpty();
    }

    @Test
    final void isAvailableAndHasAName() throws Exception {
        assertThat(platform().probe()).isInstanceOf(Availability.Available.class);
        assertThat(platform().name()).isNotBlank();
        assertThat(platform().injectorLead()).isPositive();
    }

    @Test
    final void startsAServiceThatBecomesReady() throws Exception {
        Instant before = Instant.now();
        try (Target target = start()) {
            target.awaitReady(patience());
            LifeReport life = target.lives().getFirst();
            assertThat(target.lives()).hasSize(1);
            assertThat(life.number()).isEqualTo(1);
            assertThat(life.ending()).isEqualTo(Ending.ALIVE);
            assertThat(life.exitCode()).isNull();
            assertThat(life.backOff()).isZero();
            assertThat(life.startedAt()).isBetween(before.minusSeconds(2), Instant.now());
            assertThat(Objects.requireNonNull(life.readyAt())).isAfterOrEqualTo(life.startedAt());
            assertThat(target.management().get("/health")).contains("UP");
            assertThat(target.baseUri().getPort()).isPositive();
        }
    }

    @Test
    final void startsAgainAtTheSameAddressWhatSomebodyElseKilled() throws Exception {
        try (Target target = start()) {
            target.awaitReady(patience());
            var address = target.baseUri();
            killFromOutside(runId);
            LifeReport killed = ended(target, 1);
            assertThat(killed.ending()).as(target.diagnostics()).isEqualTo(Ending.KILLED);
            assertThat(killed.exitCode()).isEqualTo(137);
            assertThat(killed.evidence()).isNotEmpty();
            target.awaitReady(patience());
            assertThat(target.lives()).hasSize(2);
            assertThat(target.lives().getLast().ending()).isEqualTo(Ending.ALIVE);
            assertThat(target.baseUri()).isEqualTo(address);
            assertThat(target.management().get("/health")).contains("UP");
        }
    }

    @Test
    final void tellsAnEndForMemoryFromAnyOtherAndBacksOffBeforeTheSecondRestart() throws Exception {
        try (Target target = start()) {
            target.awaitReady(patience());
            exhaustMemory(target);
            LifeReport exhausted = ended(target, 1);
            assertThat(exhausted.ending()).as(target.diagnostics()).isIn(endingsOfExhaustion());
            assertThat(exhausted.readyAt()).isNotNull();
            target.awaitReady(patience());
            killFromOutside(runId);
            LifeReport killed = ended(target, 2);
            assertThat(killed.ending()).as(target.diagnostics()).isEqualTo(Ending.KILLED);
            target.awaitReady(patience());
            LifeReport third = target.lives().get(2);
            assertThat(third.backOff()).isPositive();
            assertThat(Duration.between(killed.endedAt(), third.startedAt())).isGreaterThanOrEqualTo(third.backOff()
                    .minusMillis(50));
        }
    }

    @Test
    final void closesTwiceAndStartsNothingAnyMore() throws Exception {
        Target target = start();
        target.awaitReady(patience());
        target.close();
        target.close();
        assertThat(target.lives()).hasSize(1);
        assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.STOPPED);
        assertThatThrownBy(() -> target.management().get("/health")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> target.awaitReady(Duration.ofSeconds(1))).isInstanceOf(TargetException.class);
    }

    @Test
    final void closesWhatIsNotReadyYet() throws Exception {
        Target target = start();
        target.close();
        assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    final void doesWhatItSaysItCanAndNothingElse() throws Exception {
        try (Target target = start()) {
            target.awaitReady(patience());
            new OperationsContract(this, target, platform().abilities()).check();
        }
    }

    @Test
    final void leavesNothingBehindForGood() throws Exception {
        Target abandoned = start();
        try (abandoned) {
            abandoned.awaitReady(patience());
            assertThat(leftovers(runId)).isNotEmpty();
            if (sweep(abandoned)) {
                assertThat(leftovers(runId)).isEmpty();
            }
        }
    }

    @Test
    final void refusesNoShards() throws Exception {
        Platform platform = platform();
        InjectionPlan plan = new InjectionPlan(runId, "{}", directory);
        assertThatThrownBy(() -> platform.inject(plan, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
