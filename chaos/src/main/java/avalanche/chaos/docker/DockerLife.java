package avalanche.chaos.docker;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.keeper.Life;
import avalanche.chaos.life.ContainerDeath;
import avalanche.chaos.life.ContainerRemains;
import avalanche.chaos.life.DeathCertificate;
import avalanche.chaos.stream.BoundedLog;
import avalanche.chaos.stream.LogTail;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Liveness;
import avalanche.results.evidence.Ending;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of the service: one container, from its start to its burial. */
final class DockerLife implements Life {
    private static final int LAST_WORDS = 200;
    private static final long LOG_BYTES = 32L << 20;

    private final int number;
    private final Duration backOff;
    private final Path log;
    private final EngineEvents events;
    private final @Nullable Liveness liveness;
    private final URI service;
    private final InstantSource clock;
    private final Instant startedAt;
    private final BoundedLog output;
    private final RunningContainer container;
    private final ContainerProcess process;
    private volatile @Nullable Instant readyAt;
    private volatile @Nullable Instant goneAt;
    private volatile @Nullable String livenessKill;
    private volatile @Nullable Long oomKills;
    private volatile @Nullable LivenessWatch watch;
    private volatile @Nullable LifeReport burial;

    /** What all the lives of one service share. */
    record Setting(DockerClient engine, EngineEvents events, Path directory, @Nullable Liveness liveness, URI service,
            InstantSource clock) {}

    /** Starts it. */
    DockerLife(int number, Duration backOff, Setting setting, CreateContainerCmd command) throws IOException {
        this.number = number;
        this.backOff = backOff;
        this.log = setting.directory().resolve("victim-" + number + ".log");
        this.events = setting.events();
        this.liveness = setting.liveness();
        this.service = setting.service();
        this.clock = setting.clock();
        this.output = new BoundedLog(log, LOG_BYTES);
        this.startedAt = clock.instant();
        try {
            this.container = RunningContainer.start(setting.engine(), command, new ToLog(output));
        } catch (IOException e) {
            output.close();
            throw e;
        }
        this.process = new ContainerProcess(setting.engine(), container, number, this::report);
    }

    @Override
    public Disruptable disruptable() {
        return process;
    }

    /** Its container's id. */
    String container() {
        return container.id();
    }

    private record ToLog(BoundedLog log) implements ContainerOutput.Sink {
        @Override
        public void out(byte[] piece) {
            log.write(piece);
        }

        @Override
        public void err(byte[] piece) {
            log.write(piece);
        }
    }

    @Override
    public void atEnd(Runnable action) {
        container.atEnd(() -> {
            goneAt = clock.instant();
            action.run();
        });
    }

    @Override
    public boolean isAlive() {
        return container.isAlive();
    }

    @Override
    public boolean isReady() {
        return readyAt != null;
    }

    @Override
    public void ready() {
        readyAt = clock.instant();
        Liveness asked = liveness;
        if (asked != null) {
            watch = LivenessWatch.start(asked, service, this::killFor);
        }
    }

    private void killFor(String reason) {
        if (isAlive()) {
            livenessKill = reason;
            container.signal("SIGKILL");
        }
    }

    @Override
    public void counted(long kills) {
        oomKills = kills;
    }

    @Override
    public void stop(Duration grace) {
        unwatch();
        if (!isBuried()) {
            container.stop(grace);
        }
    }

    private void unwatch() {
        LivenessWatch asking = watch;
        if (asking != null) {
            asking.close();
        }
    }

    @Override
    public LifeReport bury(boolean stopped) {
        unwatch();
        LifeReport report;
        try {
            container.awaitOutput();
            report = conclude(stopped);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            report = report(Ending.CRASHED, container.exitCode(), List.of("interrupted while its end was looked into"));
        } catch (RuntimeException e) {
            report = report(Ending.CRASHED, container.exitCode(), List.of("the Docker engine did not say how it ended: "
                    + e.getMessage()));
        } finally {
            output.close();
        }
        burial = report;
        removeContainer();
        return report;
    }

    private void removeContainer() {
        try {
            container.close();
        } catch (RuntimeException _) {
            // The network's end takes what is left in it, and a sweep finds it by its label.
            output.close();
        }
    }

    private LifeReport conclude(boolean stopped) throws InterruptedException {
        InspectContainerResponse found = container.inspect();
        Integer code = container.exitCode();
        if (code == null || found == null) {
            return report(stopped ? Ending.STOPPED : Ending.KILLED, code, List.of(stopped
                    ? "the harness ended it"
                    : "its container was removed, not by the harness"));
        }
        Boolean oom = stopped ? null : events.oomAtEnd(container.id());
        var state = found.getState();
        DeathCertificate certificate = process.explains(code, stopped, oom) ? DeathCertificate.ofDisruption(code)
                : ContainerDeath.of(new ContainerRemains(code, stopped, LogTail.of(log,
                        LAST_WORDS), Boolean.TRUE.equals(state.getOOMKilled()), oom, oomKills, livenessKill));
        return report(certificate.ending(), code, certificate.evidence());
    }

    private LifeReport report(Ending ending, @Nullable Integer code, List<String> evidence) {
        Instant gone = goneAt;
        return new LifeReport(number, startedAt, readyAt, gone == null ? clock.instant() : gone, ending, code, backOff,
                evidence);
    }

    @Override
    public boolean isBuried() {
        return burial != null;
    }

    @Override
    public LifeReport report() {
        LifeReport buried = burial;
        return buried != null
                ? buried
                : new LifeReport(number, startedAt, readyAt, null, Ending.ALIVE, null, backOff, List.of());
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public List<String> lastLines(int most) {
        return LogTail.of(log, most);
    }
}
