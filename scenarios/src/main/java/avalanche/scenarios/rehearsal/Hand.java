package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Second;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the service through its platform while a run goes on: the platform's faults, and a mitigation.
 *
 * @param faults what is hurt
 * @param mitigation what is tried against it, null for nothing
 */
record Hand(PlatformFaults faults, @Nullable MitigationWatch mitigation) {
    /** Does what is due at {@code second}. */
    void at(int second) {
        faults.at(second);
        if (mitigation != null) {
            mitigation.at(second);
        }
    }

    /** Takes every fault back, and does no more; may be called twice. */
    void undo() {
        faults.undo();
    }

    List<Receipt> receipts() {
        return faults.receipts();
    }

    @Nullable
    Intervention intervention(List<Second> seconds, List<Life> lives) {
        return mitigation == null ? null : mitigation.evidence(seconds, lives);
    }
}
