package avalanche.chaos.docker;

import avalanche.chaos.disruption.CpuLimit;
import avalanche.chaos.disruption.CpuQuota;
import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.disruption.ProcessState;
import avalanche.chaos.disruption.Signal;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.LifeReport;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The process of one life of the service in its container, which is the first of its namespace there: signals come from
 * the engine, since from inside the kernel lets none of them through to it.
 */
final class ContainerProcess implements Disruptable, CpuLimit {
    static final Set<Ability> ABILITIES = Set.of(Ability.KILL, Ability.FREEZE, Ability.THROTTLE);

    private static final String STATE = "read -r line </proc/1/stat && echo \"$line\"";
    private static final int SIGKILLED = 128 + 9;
    private static final double NANOS = 1e9;

    private final DockerClient engine;
    private final RunningContainer container;
    private final int number;
    private final Supplier<LifeReport> report;
    private volatile boolean killed;

    /** @param number of the life */
    ContainerProcess(DockerClient engine, RunningContainer container, int number, Supplier<LifeReport> report) {
        this.engine = engine;
        this.container = container;
        this.number = number;
        this.report = report;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public String place() {
        return "container " + container.id().substring(0, Math.min(12, container.id().length())) + " of life "
                + number;
    }

    @Override
    public boolean isAlive() {
        return container.isAlive();
    }

    @Override
    public void signal(Signal signal) throws IOException {
        // Before it is sent: the end may be concluded before this thread goes on.
        killed |= signal == Signal.KILL;
        try {
            engine.killContainerCmd(container.id()).withSignal(signal.full()).exec();
        } catch (NotFoundException | ConflictException e) {
            throw new IOException(place() + " does not run: " + signal.full() + " could not be sent", e);
        } catch (RuntimeException e) {
            throw new IOException(signal.full() + " could not be sent to " + place() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ProcessState state() throws IOException {
        if (!container.isAlive()) {
            return ProcessState.GONE;
        }
        try {
            return ProcessState.ofStat(ContainerShell.run(engine, container.id(), STATE));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            if (!container.isAlive()) {
                return ProcessState.GONE;
            }
            throw e;
        }
    }

    @Override
    public LifeReport report() {
        return report.get();
    }

    @Override
    public @Nullable CpuLimit cpuLimit() {
        return this;
    }

    @Override
    public double read() throws IOException {
        try {
            return CpuQuota.parse(ContainerShell.run(engine, container.id(), CpuQuota.SCRIPT));
        } catch (IllegalArgumentException e) {
            throw new IOException(place() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void set(double cpus) throws IOException {
        try {
            engine.updateContainerCmd(container.id()).withNanoCPUs(Math.round(cpus * NANOS)).exec();
        } catch (RuntimeException e) {
            throw new IOException("the Docker engine does not limit " + place() + " to " + CpuQuota.words(cpus) + ": "
                    + e.getMessage(), e);
        }
    }

    /** Whether a signal of ours explains an end: not where the kernel was seen to kill for memory at the same time. */
    boolean explains(int exitCode, boolean stopped, @Nullable Boolean oomAtEnd) {
        return killed && !stopped && exitCode == SIGKILLED && !Boolean.TRUE.equals(oomAtEnd);
    }
}
