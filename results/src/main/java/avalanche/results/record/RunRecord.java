package avalanche.results.record;

import avalanche.results.evidence.Run;
import avalanche.results.verdict.Judgement;
import avalanche.results.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is kept of one rehearsal; {@code record.json} is this record.
 *
 * @param schema version of this record's form, {@link #SCHEMA}
 * @param id the rehearsal's id, also the name of its folder
 * @param startedAt when the command began
 * @param endedAt when the verdict was reached
 * @param command the command that runs it again
 * @param seed of the schedule of arrivals
 * @param incident the incident file as read
 * @param environment the machine and the programs
 * @param expected the verdict that was expected
 * @param runs the control, where there was one, then the incident
 * @param judgement the verdict and what led to it
 */
public record RunRecord(int schema, String id, Instant startedAt, Instant endedAt, String command, long seed,
        IncidentSource incident, Environment environment, Verdict expected, List<Run> runs, Judgement judgement) {
    /** The version that this code writes. Records of version {@value #OLDEST} and later are read and brought to it. */
    public static final int SCHEMA = 2;
    /** The oldest version that is still read: it knew one replica and no mitigation. */
    static final int OLDEST = 1;

    public RunRecord {
        runs = List.copyOf(runs);
    }
}
