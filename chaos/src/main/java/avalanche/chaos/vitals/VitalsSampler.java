package avalanche.chaos.vitals;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.target.Management;
import avalanche.results.evidence.Vitals;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Samples the service's view of itself; each sample tells what happened since the one before. For one thread at a time.
 */
public final class VitalsSampler {
    private static final String PATH = "/vitals";

    private final Management management;
    private @Nullable VitalsDocument before;
    private int lifeBefore;

    public VitalsSampler(Management management) {
        this.management = management;
    }

    /**
     * Takes a sample.
     *
     * @param life which life of the service is expected to answer, from 1
     * @return null where the service does not answer: that is data too
     * @throws ContractException if it answers something else than its contract says
     */
    public @Nullable Vitals sample(int life) {
        String json;
        try {
            json = management.get(PATH);
        } catch (IOException _) {
            // A drowning or dead service: the timeline shows the gap.
            return null;
        }
        VitalsDocument now = VitalsDocument.parse(json);
        VitalsDocument last = before;
        boolean sameLife = last != null && life == lifeBefore && now.uptimeMillis() >= last.uptimeMillis();
        before = now;
        lifeBefore = life;
        return VitalsDelta.between(sameLife ? last : null, now, life);
    }
}
