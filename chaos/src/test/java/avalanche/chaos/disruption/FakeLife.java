package avalanche.chaos.disruption;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A life whose process does what a test says. */
final class FakeLife implements Disruptable, CpuLimit {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    final List<Signal> signals = new ArrayList<>();
    private final int number;
    private final Set<Ability> abilities;
    private char state = 'S';
    private @Nullable Integer exitCode;
    private boolean deaf;
    private boolean refusing;
    private double cpus = 1;

    FakeLife(int number, Ability... abilities) {
        this.number = number;
        this.abilities = Set.of(abilities);
    }

    /** Takes signals without heeding them. */
    FakeLife deaf() {
        deaf = true;
        return this;
    }

    /** Takes no signals and no limits. */
    FakeLife refusing() {
        refusing = true;
        return this;
    }

    void end(int code) {
        exitCode = code;
    }

    double cpus() {
        return cpus;
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    @Override
    public String place() {
        return "process " + number;
    }

    @Override
    public boolean isAlive() {
        return exitCode == null;
    }

    @Override
    public void signal(Signal signal) throws IOException {
        if (refusing || !isAlive()) {
            throw new IOException(signal.full() + " could not be sent");
        }
        signals.add(signal);
        if (!deaf) {
            switch (signal) {
                case KILL -> exitCode = 137;
                case STOP -> state = 'T';
                case CONT -> state = 'S';
            }
        }
    }

    @Override
    public ProcessState state() {
        return isAlive() ? new ProcessState(state) : ProcessState.GONE;
    }

    @Override
    public LifeReport report() {
        return new LifeReport(number, BEGIN, BEGIN, isAlive() ? null : BEGIN.plusSeconds(1), isAlive()
                ? Ending.ALIVE
                : Ending.KILLED, exitCode, Duration.ZERO, List.of());
    }

    @Override
    public @Nullable CpuLimit cpuLimit() {
        return this;
    }

    @Override
    public double read() {
        return cpus;
    }

    @Override
    public void set(double limit) throws IOException {
        if (refusing) {
            throw new IOException("not taken");
        }
        cpus = limit;
    }
}
