package avalanche.k8s.target;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.disruption.ProcessState;
import avalanche.chaos.disruption.Signal;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.LifeReport;
import avalanche.k8s.life.ContainerView;
import avalanche.k8s.manifest.VictimManifests;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service's process in one life of a pod's container. Signals are sent from inside the pod, whose process namespace
 * is shared: there the service is not the first process, which would take none.
 */
final class PodProcess implements Disruptable {
    /** Prints the number of each process whose program is java; the shell's own means only, which every image has. */
    private static final String FIND = "for d in /proc/[0-9]*; do read -r name 2>/dev/null <$d/comm || continue;"
            + " [ \"$name\" = java ] && echo ${d#/proc/}; done; true";
    private static final String SEND = "kill -s \"$1\" \"$2\"";
    private static final String STATE = "[ -r /proc/$1/stat ] && read -r line </proc/$1/stat && echo \"$line\"; true";

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final PodShell shell;
    private final KubernetesDisruptions.Sight sight;
    private final String pod;
    private final int restart;
    private final String pid;

    private PodProcess(PodShell shell, KubernetesDisruptions.Sight sight, String pod, int restart, String pid) {
        this.shell = shell;
        this.sight = sight;
        this.pod = pod;
        this.restart = restart;
        this.pid = pid;
    }

    /**
     * Finds it.
     *
     * @throws IOException if the pod's container does not run, or has no such process
     */
    static PodProcess find(PodShell shell, KubernetesDisruptions.Sight sight, String pod) throws IOException {
        ContainerView view = view(sight, pod);
        if (view == null || view.runningSince() == null) {
            throw new IOException("the container of pod " + pod + " does not run");
        }
        String pid = shell.run(pod, FIND).lines().map(String::strip).filter(line -> line.matches("\\d+")).min(
                (one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other))).orElseThrow(
                        () -> new IOException("pod " + pod + " has no process whose program is java"));
        if (pid.equals("1")) {
            throw new IOException("the service is the first process of pod " + pod
                    + ", which takes no signals from inside; its pod needs shareProcessNamespace");
        }
        return new PodProcess(shell, sight, pod, view.restarts(), pid);
    }

    private static @Nullable ContainerView view(KubernetesDisruptions.Sight sight, String name) {
        V1Pod pod = sight.board().pod(name);
        return pod == null ? null : ContainerView.of(pod, VictimManifests.COMPONENT);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KILL, Ability.FREEZE);
    }

    @Override
    public String place() {
        return "process " + pid + " of pod " + pod + (restart == 0 ? "" : " after restart " + restart);
    }

    @Override
    public boolean isAlive() {
        ContainerView view = view(sight, pod);
        return view != null && view.runningSince() != null && view.restarts() == restart;
    }

    @Override
    public void signal(Signal signal) throws IOException {
        if (signal != Signal.KILL) {
            shell.run(pod, SEND, signal.name(), pid);
            return;
        }
        // Before it is sent: the end may be concluded before this thread goes on.
        sight.disrupted().kills(pod, restart);
        try {
            shell.run(pod, SEND, signal.name(), pid);
        } catch (IOException e) {
            if (!isEnding()) {
                sight.disrupted().killsNot(pod, restart);
                throw e;
            }
            // The container ended under the shell before that could tell its own end: the signal arrived.
        }
    }

    private boolean isEnding() {
        try {
            return sight.board().await(() -> !isAlive(), ENDS_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !isAlive();
        }
    }

    @Override
    public ProcessState state() throws IOException {
        if (!isAlive()) {
            return ProcessState.GONE;
        }
        try {
            String stat = shell.run(pod, STATE, pid);
            return stat.isBlank() ? ProcessState.GONE : ProcessState.ofStat(stat);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            if (!isAlive()) {
                return ProcessState.GONE;
            }
            throw e;
        }
    }

    @Override
    public LifeReport report() {
        LifeReport report = sight.ledger().report(pod, restart);
        if (report == null) {
            throw new IllegalStateException("no life of pod " + pod + " with restart count " + restart + " was seen");
        }
        return report;
    }
}
