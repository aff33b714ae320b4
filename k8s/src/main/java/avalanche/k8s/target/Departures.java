package avalanche.k8s.target;

import avalanche.k8s.life.LifeLedger.Remains;
import avalanche.k8s.pods.PodFacts;
import io.kubernetes.client.openapi.models.V1Pod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which pods leave, and which of them by the harness's order: those without which there are as many as it wants, since a
 * Deployment lets none go before. Guarded by its {@link PodBoard}.
 */
final class Departures {
    private static final String OOM_KILLED = "OOMKilled";
    private static final int SIGKILLED = 128 + 9;
    private static final int EXIT_ON_OUT_OF_MEMORY = 3;

    private final Map<String, Instant> since = new HashMap<>();
    private final Set<String> ordered = new HashSet<>();
    private int wanted;

    /** @param wanted how many pods there are to be at first */
    Departures(int wanted) {
        this.wanted = wanted;
    }

    /** Sets how many there are to be; returns how many there were to be before. */
    int wanted(int now) {
        int before = wanted;
        wanted = now;
        return before;
    }

    /**
     * Enters that a pod was told to end, or is gone.
     *
     * @param others how many pods there are beside it and those that leave
     */
    void leaves(V1Pod pod, int others, Instant at) {
        String name = PodFacts.name(pod);
        if (!since.containsKey(name)) {
            since.put(name, PodFacts.toldToEnd(pod, at).truncatedTo(ChronoUnit.SECONDS));
            if (others >= wanted) {
                ordered.add(name);
            }
        }
    }

    boolean has(String pod) {
        return since.containsKey(pod);
    }

    /**
     * Whether a life ended because its pod left by order. One that memory ended died all the same, as one that ended
     * before.
     */
    boolean explains(Remains life) {
        Instant told = since.get(life.pod());
        return told != null && ordered.contains(life.pod()) && !life.endedAt().isBefore(told) && !isOfMemory(life);
    }

    private static boolean isOfMemory(Remains life) {
        Integer code = life.exitCode();
        return code != null && (code == EXIT_ON_OUT_OF_MEMORY || (code == SIGKILLED && OOM_KILLED.equals(life
                .reason())));
    }
}
