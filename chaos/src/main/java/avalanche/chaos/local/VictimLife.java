package avalanche.chaos.local;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.keeper.Life;
import avalanche.chaos.life.DeathCertificate;
import avalanche.chaos.life.OomKills;
import avalanche.chaos.life.Remains;
import avalanche.chaos.stream.LogTail;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of the service, from the start of its process to its burial. */
final class VictimLife implements Life {
    private static final Path NOTHING = Path.of("/dev/null");
    private static final int LAST_WORDS = 200;
    private static final int REPORT_LINES = 12;

    private final int number;
    private final Duration backOff;
    private final LifeFiles files;
    private final LoopbackPorts ports;
    private final InstantSource clock;
    private final OomKillCounters counters;
    private final OomKills before;
    private final Instant startedAt;
    private final Child child;
    private final VictimProcess process;
    private volatile @Nullable Instant readyAt;
    private volatile @Nullable Instant goneAt;
    private volatile @Nullable LifeReport burial;

    /** Starts it, to listen on these ports. */
    VictimLife(int number, Duration backOff, LifeFiles files, LoopbackPorts ports, List<String> command,
            Path workDirectory,
            InstantSource clock, OomKillCounters counters) throws IOException {
        this.number = number;
        this.backOff = backOff;
        this.files = files;
        this.ports = ports;
        this.clock = clock;
        this.counters = counters;
        this.before = counters.read();
        this.startedAt = clock.instant();
        this.child = Child.start(command, workDirectory, new Child.Streams(NOTHING, files.log(), files.log()));
        this.process = new VictimProcess(child, this::report);
    }

    @Override
    public Disruptable disruptable() {
        return process;
    }

    @Override
    public void atEnd(Runnable action) {
        var _ = child.ended().thenRun(() -> {
            goneAt = clock.instant();
            action.run();
        });
    }

    @Override
    public boolean isAlive() {
        return child.isAlive();
    }

    @Override
    public boolean isReady() {
        return readyAt != null;
    }

    @Override
    public void ready() {
        readyAt = clock.instant();
    }

    @Override
    public void stop(Duration grace) {
        child.stop(grace);
    }

    @Override
    public LifeReport bury(boolean stopped) {
        child.close();
        Integer code = child.exitCode();
        Instant gone = goneAt;
        Instant endedAt = gone == null ? clock.instant() : gone;
        if (code == null) {
            return buried(endedAt, Ending.CRASHED, null, List.of("its process could not be ended"));
        }
        DeathCertificate certificate = process.explains(code, stopped) ? DeathCertificate.ofDisruption(code)
                : DeathCertificate.of(new Remains(code, stopped, LogTail.of(files.log(),
                        LAST_WORDS), LogTail.firstLines(files.crashReport(), REPORT_LINES), counters.read().since(
                                before)));
        List<String> evidence = new ArrayList<>(certificate.evidence());
        if (!stopped && readyAt == null) {
            evidence.addAll(takenPorts());
        }
        return buried(endedAt, certificate.ending(), code, evidence);
    }

    private LifeReport buried(Instant endedAt, Ending ending, @Nullable Integer code, List<String> evidence) {
        LifeReport report = new LifeReport(number, startedAt, readyAt, endedAt, ending, code, backOff, evidence);
        burial = report;
        return report;
    }

    private List<String> takenPorts() {
        List<String> evidence = new ArrayList<>(List.of("it never became ready"));
        for (int port : List.of(ports.server(), ports.management())) {
            if (LoopbackPorts.isTaken(port)) {
                evidence.addFirst("port " + port + ", free when it was chosen, is taken by another program now: start"
                        + " again, or end that program");
            }
        }
        return evidence;
    }

    @Override
    public LifeReport report() {
        LifeReport buried = burial;
        return buried != null
                ? buried
                : new LifeReport(number, startedAt, readyAt, null, Ending.ALIVE, null, backOff, List.of());
    }

    @Override
    public boolean isBuried() {
        return burial != null;
    }

    @Override
    public List<String> lastLines(int most) {
        return LogTail.of(files.log(), most);
    }

    @Override
    public Path log() {
        return files.log();
    }
}
