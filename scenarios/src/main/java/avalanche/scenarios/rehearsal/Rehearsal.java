package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Platform;
import avalanche.results.evidence.Run;
import avalanche.results.record.IntervalLog;
import avalanche.results.record.RecordException;
import avalanche.results.record.RunArchive;
import avalanche.results.record.RunFolder;
import avalanche.results.record.RunId;
import avalanche.results.record.RunRecord;
import avalanche.results.report.HtmlReport;
import avalanche.results.verdict.Judge;
import avalanche.results.verdict.Judgement;
import avalanche.results.verdict.RunEvidence;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.traffic.TrafficPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Everything one command does: the control run, the incident run, the verdict, the record, the report. */
public final class Rehearsal {
    /** What a record, its logs and its report need at the most. */
    private static final long SPACE_BYTES = 64L << 20;

    private final Platform platform;
    private final Map<String, Set<Ability>> elsewhere;
    private final Progress progress;
    private final InstantSource clock = InstantSource.system();
    private final Map<String, String> versions = new TreeMap<>();

    /**
     * Prepares a rehearsal.
     *
     * @param elsewhere what other platforms can do, by name; for who asks what this one cannot
     * @param version of the harness, for the record
     */
    public Rehearsal(Platform platform, Map<String, Set<Ability>> elsewhere, Progress progress, String version) {
        this.platform = platform;
        this.elsewhere = Map.copyOf(elsewhere);
        this.progress = progress;
        versions.put("avalanche", version);
    }

    /**
     * What came of it.
     *
     * @param record what was seen and how it was judged
     * @param folder where it is kept
     */
    public record Finished(RunRecord record, Path folder) {}

    /**
     * Carries a plan out. Whatever it starts has ended when it returns, throws, or the JVM is shut down.
     *
     * @throws RehearsalException if it cannot take place, for a reason outside of what is rehearsed
     * @throws RecordException if it cannot be kept
     */
    public Finished run(RehearsalPlan plan) throws RehearsalException, InterruptedException {
        Needs.require(platform, Needs.of(plan), elsewhere);
        String placement = requirePlatform();
        RecordException.requireSpace(plan.out(), SPACE_BYTES);
        Instant startedAt = clock.instant();
        String id = RunId.of(startedAt, plan.incident().id(), RandomGenerator.getDefault());
        RunFolder folder = new RunArchive(plan.out()).begin(id);
        try (Started started = new Started(progress)) {
            RunEvidence control = plan.control() ? carryOut(plan, Run.Role.CONTROL, id, folder, started) : null;
            RunEvidence incident = carryOut(plan, Run.Role.INCIDENT, id, folder, started);
            Judgement judgement = judge(plan.incident(), incident, control);
            RunRecord runRecord = new RunRecord(RunRecord.SCHEMA, id, startedAt, clock.instant(), plan.command(),
                    plan.incident().traffic().seed(), plan.source(),
                    EnvironmentProbe.probe(placement, versions), plan.expected(), runs(incident, control), judgement);
            HtmlReport.write(runRecord, folder.path().resolve("report.html"));
            return new Finished(runRecord, folder.complete(runRecord));
        } catch (IOException e) {
            throw new RehearsalException("the report could not be written to " + folder.path() + ": " + e.getMessage(),
                    e);
        }
    }

    /** How the platform places service and injectors, in words. */
    private String requirePlatform() throws RehearsalException {
        return switch (platform.probe()) {
            case Availability.Available(String detail) -> {
                progress.note("platform " + platform.name() + ": " + detail);
                yield detail;
            }
            case Availability.Unavailable(String reason, String remedy) -> throw new RehearsalException(
                    "platform " + platform.name() + " is unavailable: " + reason + "; " + remedy);
        };
    }

    private RunEvidence carryOut(RehearsalPlan plan, Run.Role role, String id, RunFolder folder, Started started)
            throws RehearsalException, InterruptedException {
        Path directory = folder.of(role);
        RunSession session = new RunSession(platform, plan, role, id, directory, progress, started, clock);
        Run run = session.run();
        versions.putAll(session.versions());
        return new RunEvidence(run, new IntervalLog(directory));
    }

    private static Judgement judge(Incident incident, RunEvidence seen, @Nullable RunEvidence control) {
        String onset = incident.faults().isEmpty()
                ? incident.traffic().phases().getLast().name()
                : incident.faults().getFirst().fromPhase();
        return new Judge(onset, TrafficPlan.Kind.EXPORT.id()).judge(incident.conditions(), incident.symptoms(), seen,
                control);
    }

    private static List<Run> runs(RunEvidence incident, @Nullable RunEvidence control) {
        List<Run> runs = new ArrayList<>();
        if (control != null) {
            runs.add(control.run());
        }
        runs.add(incident.run());
        return runs;
    }
}
