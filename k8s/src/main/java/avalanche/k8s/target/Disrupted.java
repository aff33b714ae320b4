package avalanche.k8s.target;

import avalanche.chaos.life.DeathCertificate;
import avalanche.k8s.life.LifeLedger.Remains;
import avalanche.results.evidence.Ending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the harness did on purpose to pods and their processes, so that their ends are told as what they are. */
final class Disrupted {
    private static final int SIGKILLED = 128 + 9;

    private record Container(String pod, int restart) {}

    private final Set<Container> killed = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    /** SIGKILL is about to be sent to a container's process. */
    synchronized void kills(String pod, int restart) {
        killed.add(new Container(pod, restart));
    }

    /** It was not sent. */
    synchronized void killsNot(String pod, int restart) {
        killed.remove(new Container(pod, restart));
    }

    /** A pod is about to be deleted. */
    synchronized void deletes(String pod) {
        deleted.add(pod);
    }

    /** It was not. */
    synchronized void deletesNot(String pod) {
        deleted.remove(pod);
    }

    /** The end of a life, where the harness brought it about; otherwise as it was concluded. */
    synchronized DeathCertificate explain(Remains remains, DeathCertificate concluded) {
        Integer code = remains.exitCode();
        if (code != null && code == SIGKILLED && killed.contains(new Container(remains.pod(), remains.restart()))) {
            DeathCertificate kill = DeathCertificate.ofDisruption(code);
            return new DeathCertificate(kill.ending(), with(kill.evidence(), "OOMKilled".equals(remains.reason())
                    ? "labelled OOMKilled, which the rest refutes"
                    : "pod " + remains.pod() + ", restart count " + remains.restart()));
        }
        if (deleted.contains(remains.pod()) && concluded.ending() != Ending.HEAP_EXHAUSTED && concluded
                .ending() != Ending.KERNEL_OOM_KILL) {
            return new DeathCertificate(Ending.KILLED, with(List.of("the harness deleted its pod as a disruption"),
                    concluded.evidence().toArray(String[]::new)));
        }
        return concluded;
    }

    private static List<String> with(List<String> evidence, String... more) {
        List<String> all = new ArrayList<>(evidence);
        all.addAll(List.of(more));
        return all;
    }
}
