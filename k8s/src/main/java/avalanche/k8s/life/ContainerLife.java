package avalanche.k8s.life;

import avalanche.chaos.life.DeathCertificate;
import avalanche.chaos.target.LifeReport;
import avalanche.results.evidence.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of the service's container, as far as it is known. Guarded by its {@link LifeLedger}. */
final class ContainerLife {
    private final int number;
    private final String pod;
    private final int restart;
    private final List<String> notes = new ArrayList<>();
    private Instant startedAt;
    private Duration backOff = Duration.ZERO;
    private @Nullable String containerId;
    private @Nullable Instant readyAt;
    private @Nullable Instant endedAt;
    private @Nullable Integer exitCode;
    private @Nullable String reason;
    private @Nullable DeathCertificate certificate;
    private @Nullable Long oomKills;

    /** @param restart the container's restart count when it began */
    ContainerLife(int number, String pod, int restart, @Nullable String containerId, Instant startedAt) {
        this.number = number;
        this.pod = pod;
        this.restart = restart;
        this.containerId = containerId;
        this.startedAt = startedAt;
    }

    int number() {
        return number;
    }

    String pod() {
        return pod;
    }

    int restart() {
        return restart;
    }

    @Nullable
    String containerId() {
        return containerId;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant readyAt() {
        return readyAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    boolean isEnded() {
        return endedAt != null;
    }

    boolean isBuried() {
        return certificate != null;
    }

    void ready(Instant at) {
        if (readyAt == null) {
            readyAt = at;
        }
    }

    void waited(Duration before, @Nullable String said) {
        backOff = before;
        if (said != null) {
            notes.add("before it, the kubelet said: " + said);
        }
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    void counted(long kills) {
        oomKills = kills;
    }

    void ended(Instant at, @Nullable Integer code, @Nullable String why) {
        endedAt = at.isBefore(startedAt) ? startedAt : at;
        exitCode = code;
        reason = why;
    }

    void bury(DeathCertificate concluded) {
        certificate = concluded;
    }

    /** What the platform's own words for its end were. */
    LifeLedger.Remains remains() {
        Instant end = endedAt;
        return new LifeLedger.Remains(number, pod, restart, startedAt, end == null ? startedAt : end, exitCode, reason,
                List.copyOf(notes), oomKills);
    }

    /** A life that has ended counts as alive until what ended it was concluded. */
    LifeReport report() {
        DeathCertificate death = certificate;
        if (death == null) {
            return new LifeReport(number, startedAt, readyAt, null, Ending.ALIVE, null, backOff, notes);
        }
        List<String> evidence = new ArrayList<>(death.evidence());
        evidence.addAll(notes);
        return new LifeReport(number, startedAt, readyAt, endedAt, death.ending(), exitCode, backOff, evidence);
    }
}
