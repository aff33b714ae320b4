package avalanche.chaos.local;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.disruption.ProcessState;
import avalanche.chaos.disruption.Signal;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.LifeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The process of one life of the service on this machine: that of the service only, not of the shell before it. */
final class VictimProcess implements Disruptable {
    static final Set<Ability> ABILITIES = Set.of(Ability.KILL, Ability.FREEZE);

    private static final Path PROC = Path.of("/proc");
    private static final long SECONDS = 5;
    private static final int SIGKILLED = 128 + 9;

    private final Child child;
    private final Supplier<LifeReport> report;
    private volatile @Nullable ProcessHandle known;
    private volatile boolean killed;

    VictimProcess(Child child, Supplier<LifeReport> report) {
        this.child = child;
        this.report = report;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public String place() {
        ProcessHandle process = process();
        return process == null ? "the process of life " + report().number() : "process " + process.pid();
    }

    /** The service's process; null before the shell has started it. */
    private @Nullable ProcessHandle process() {
        ProcessHandle found = known;
        if (found == null) {
            found = child.program();
            known = found;
        }
        return found;
    }

    @Override
    public boolean isAlive() {
        return child.isAlive();
    }

    @Override
    public void signal(Signal signal) throws IOException {
        ProcessHandle process = process();
        if (process == null || !process.isAlive()) {
            throw new IOException(place() + " is gone: " + signal.full() + " could not be sent");
        }
        // Before it is sent: the end may be concluded before this thread goes on.
        killed |= signal == Signal.KILL;
        if (signal == Signal.KILL) {
            if (!process.destroyForcibly()) {
                throw new IOException(signal.full() + " could not be sent to " + place());
            }
            return;
        }
        // The shell's own kill: there may be no other.
        run("sh", "-c", "kill -s \"$0\" \"$1\"", signal.name(), String.valueOf(process.pid()));
    }

    @Override
    public ProcessState state() throws IOException {
        ProcessHandle process = process();
        if (process == null || !process.isAlive()) {
            return ProcessState.GONE;
        }
        try {
            String pid = String.valueOf(process.pid());
            return Files.isDirectory(PROC.resolve("self"))
                    ? ProcessState.ofStat(Files.readString(PROC.resolve(pid).resolve("stat")))
                    : ofPs(run("ps", "-o", "state=", "-p", pid));
        } catch (NoSuchFileException _) {
            return ProcessState.GONE;
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static ProcessState ofPs(String output) {
        return output.isBlank() ? ProcessState.GONE : new ProcessState(output.strip().charAt(0));
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command[0] + " did not end within " + SECONDS + " s");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0 && command[0].equals("sh")) {
                throw new IOException("kill ended with " + process.exitValue() + ": " + output.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command[0] + " ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public LifeReport report() {
        return report.get();
    }

    /** Whether a signal of ours explains an end. */
    boolean explains(int exitCode, boolean stopped) {
        return killed && !stopped && exitCode == SIGKILLED;
    }
}
