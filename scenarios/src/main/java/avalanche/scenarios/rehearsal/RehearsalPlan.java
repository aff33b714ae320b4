package avalanche.scenarios.rehearsal;

import avalanche.results.record.IncidentSource;
import avalanche.results.verdict.Verdict;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedMitigation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one command is to do.
 *
 * @param incident what to re-enact
 * @param source the file it was read from
 * @param injectors how many injectors share the schedule, 1 or more
 * @param mitigation what is ordered in the middle of the incident run, null for nothing
 * @param control whether the same traffic runs without the fault first
 * @param expected the verdict that the user expects
 * @param out the folder that the rehearsal's own folder is made in
 * @param command the command that runs it again
 */
public record RehearsalPlan(Incident incident, IncidentSource source, int injectors,
        @Nullable TimedMitigation mitigation, boolean control, Verdict expected,
        Path out, String command) {
    public RehearsalPlan {
        if (injectors < 1) {
            throw new IllegalArgumentException("injectors is " + injectors + "; allowed: 1 or more");
        }
    }
}
