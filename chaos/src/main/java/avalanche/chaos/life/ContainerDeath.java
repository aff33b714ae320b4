package avalanche.chaos.life;

import avalanche.results.evidence.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * How a life in a container ended: a pure function of its remains. The label {@code OOMKilled} alone is never believed:
 * it stays on a container whose child process was killed earlier, and is missing where the engine lost the event.
 */
public final class ContainerDeath {
    private static final int SIGKILLED = 128 + 9;
    private static final int SIGTERMED = 128 + 15;

    private ContainerDeath() {}

    /** The conclusion and what it rests on, most telling first. */
    public static DeathCertificate of(ContainerRemains remains) {
        DeathCertificate ofProcess = DeathCertificate.of(new Remains(remains.exitCode(), remains.stopped(), remains
                .lastWords(), List.of(), OomKills.UNREADABLE));
        if (remains.stopped() || ofProcess.ending() == Ending.HEAP_EXHAUSTED) {
            return withLabel(ofProcess, remains);
        }
        if (remains.exitCode() == SIGKILLED && isKernelKill(remains)) {
            return kernel(remains);
        }
        String liveness = remains.livenessKill();
        if (liveness != null) {
            return withLabel(new DeathCertificate(Ending.LIVENESS_KILL, List.of("the platform: " + liveness,
                    DeathCertificate.exit(
                            remains.exitCode()))), remains);
        }
        if (remains.exitCode() == SIGKILLED || remains.exitCode() == SIGTERMED) {
            List<String> evidence = new ArrayList<>(List.of(DeathCertificate.exit(remains.exitCode())
                    + ", not sent by the harness"));
            if (Boolean.FALSE.equals(remains.oomAtEnd())) {
                evidence.add("the engine saw no OOM kill in its last seconds");
            }
            return withLabel(new DeathCertificate(Ending.KILLED, evidence), remains);
        }
        return withLabel(ofProcess, remains);
    }

    /** The engine's event decides; without one the label does, unless an earlier kill in the same container explains it. */
    private static boolean isKernelKill(ContainerRemains remains) {
        Boolean seen = remains.oomAtEnd();
        if (seen != null) {
            return seen;
        }
        Long before = remains.oomKillsBefore();
        return remains.labelledOomKilled() && (before == null || before == 0);
    }

    private static DeathCertificate kernel(ContainerRemains remains) {
        List<String> evidence = new ArrayList<>();
        if (Boolean.TRUE.equals(remains.oomAtEnd())) {
            evidence.add("the engine reported an OOM kill in the container's last seconds");
        }
        evidence.add(DeathCertificate.exit(SIGKILLED));
        evidence.add(remains.labelledOomKilled() ? "labelled OOMKilled" : "not labelled OOMKilled");
        Long before = remains.oomKillsBefore();
        if (before != null) {
            evidence.add("the cgroup had counted " + before + " OOM kill(s) while it lived");
        }
        return new DeathCertificate(Ending.KERNEL_OOM_KILL, evidence);
    }

    private static DeathCertificate withLabel(DeathCertificate certificate, ContainerRemains remains) {
        if (!remains.labelledOomKilled()) {
            return certificate;
        }
        List<String> evidence = new ArrayList<>(certificate.evidence());
        Long before = remains.oomKillsBefore();
        evidence.add("labelled OOMKilled, which the rest refutes: "
                + (before != null && before > 0
                        ? "the cgroup had counted " + before + " OOM kill(s) of other processes before"
                        : "an OOM kill of another process in the container leaves the same label"));
        return new DeathCertificate(certificate.ending(), evidence);
    }
}
