package avalanche.chaos.fault;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.target.Management;
import java.io.IOException;

/** Applies faults to a running service, through its management port. */
public final class FaultPort {
    private final Management management;

    public FaultPort(Management management) {
        this.management = management;
    }

    /**
     * Applies a fault.
     *
     * @param atSecond when, in seconds since the schedule's first instant, for the receipt
     * @throws IOException if the service does not answer, or refuses
     * @throws ContractException if it answers something else than its contract says
     */
    public AppliedFault apply(Fault fault, double atSecond) throws IOException {
        return switch (fault) {
            case Fault.SlowCallback slow -> {
                AppliedFault applied = new AppliedFault(management, slow, atSecond);
                applied.reapply();
                yield applied;
            }
        };
    }
}
