package avalanche.chaos.fault;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.target.Management;
import java.io.IOException;

/** Applies the faults that lie in the service itself, through its management port. */
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
    public AppliedFault apply(Fault.SlowCallback fault, double atSecond) throws IOException {
        AppliedFault applied = new AppliedFault(management, fault, atSecond);
        applied.reapply();
        return applied;
    }
}
