package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Second;
import java.util.List;

/** Is told how a rehearsal goes on while it goes on. */
public interface Progress {
    /** Something worth a line: a fault applied, a death, a restart. */
    void note(String text);

    /** A run's traffic begins; {@code phases} are its whole schedule. */
    void begins(String run, List<PhaseSpan> phases);

    /** A second of the run is complete. */
    void second(Second second);

    /** The run's traffic ended. */
    void ends();
}
