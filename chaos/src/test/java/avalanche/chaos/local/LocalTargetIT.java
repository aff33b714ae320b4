package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.target.Availability;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetException;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalTargetIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;
    private LocalPlatform platform;

    @BeforeEach
    void makePrograms() throws IOException {
        platform = Fakes.platform(directory);
    }

    private Target start(Map<String, String> settings) throws IOException {
        return platform.start(new TargetSpec("run-1", 16L << 20, List.of(), settings, directory));
    }

    private static boolean lifeIs(Target target, int number, Ending ending) throws InterruptedException {
        return Fakes.within(LONG, () -> target.lives().size() >= number && target.lives().get(number - 1)
                .ending() == ending);
    }

    @Test
    void isAvailable() {
        assertThat(platform.probe()).isInstanceOf(Availability.Available.class);
    }

    @Test
    void startsAServiceAgainThatRanOutOfHeap() throws Exception {
        try (Target target = start(Map.of())) {
            target.awaitReady(LONG);
            target.management().put("/exhaust", "{}");
            assertThat(lifeIs(target, 1, Ending.HEAP_EXHAUSTED)).as(target.diagnostics()).isTrue();
            target.awaitReady(LONG);
            LifeReport dead = target.lives().getFirst();
            assertThat(dead.exitCode()).isEqualTo(3);
            assertThat(dead.evidence().getFirst()).contains("Java heap space");
            assertThat(dead.readyAt()).isNotNull();
            LifeReport reborn = target.lives().getLast();
            assertThat(reborn.number()).isEqualTo(2);
            assertThat(reborn.ending()).isEqualTo(Ending.ALIVE);
            assertThat(reborn.backOff()).isZero();
            target.management().put("/exit", "{}");
            assertThat(lifeIs(target, 2, Ending.CRASHED)).isTrue();
            target.awaitReady(LONG);
            assertThat(target.lives().getLast().backOff()).isEqualTo(Duration.ofMillis(300));
            assertThat(directory.resolve("gc-1.log")).isNotEmptyFile();
        }
    }

    @Test
    void stopsWhatItStartedAndStartsItNoMore() throws Exception {
        Target target = start(Map.of());
        target.awaitReady(LONG);
        target.close();
        target.close();
        assertThat(target.lives()).hasSize(1);
        assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.STOPPED);
        assertThat(target.lives().getFirst().exitCode()).isEqualTo(143);
        assertThatThrownBy(() -> target.management().get("/health")).isInstanceOf(IOException.class);
    }

    @Test
    void killsAServiceThatDoesNotEnd() throws Exception {
        Target target = start(Map.of("fake.mode", "stubborn"));
        target.awaitReady(LONG);
        Instant before = Instant.now();
        Thread other = Thread.ofPlatform().start(target::close);
        target.close();
        assertThat(other.join(LONG)).isTrue();
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(target.lives().getFirst().exitCode()).isEqualTo(137);
        assertThat(target.lives().getFirst().ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void tellsWhyItNeverBecameReady() throws Exception {
        try (Target target = start(Map.of("fake.mode", "leave"))) {
            assertThatThrownBy(() -> target.awaitReady(LONG)).isInstanceOf(TargetException.class)
                    .hasMessageContaining("before it was ready").hasMessageContaining("exit code 0")
                    .hasMessageContaining("| leaving");
        }
    }

    @Test
    void refusesATakenPortBeforeItStartsAnything() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            assertThatThrownBy(() -> start(Map.of("server.port", String.valueOf(taken.getLocalPort())))).isInstanceOf(
                    IOException.class).hasMessageContaining("setting server.port").hasMessageContaining("is taken")
                    .hasMessageContaining("leave server.port out");
            assertThat(Files.exists(directory.resolve("victim-1.log"))).isFalse();
        }
    }
}
