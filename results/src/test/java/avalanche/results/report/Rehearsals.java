package avalanche.results.report;

import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.record.Environment;
import avalanche.results.record.IncidentSource;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Bound;
import avalanche.results.verdict.GrowthTheory;
import avalanche.results.verdict.Judgement;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Outcome;
import avalanche.results.verdict.Reading;
import avalanche.results.verdict.Statistic;
import avalanche.results.verdict.Symptom;
import avalanche.results.verdict.Verdict;
import avalanche.results.verdict.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Complete rehearsals to render, the same on every call. */
final class Rehearsals {
    private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");

    private Rehearsals() {}

    static RunRecord collapse() {
        return with("Range over the live-order map under load", "A map of live orders is walked in full while it is "
                + "written.\nThe callback serialises each entry; writers stall, requests pile up, memory follows.",
                List.of(run(Run.Role.CONTROL), run(Run.Role.INCIDENT)));
    }

    static RunRecord withoutControl() {
        return with("Range over the live-order map under load", "No control.", List.of(run(Run.Role.INCIDENT)));
    }

    /** A second replica came beside the first, and the fault with it a second later than at the first. */
    static RunRecord withReplicas() {
        Run run = run(Run.Role.INCIDENT);
        List<Life> lives = new ArrayList<>(run.lives());
        lives.add(new Life(3, 22.0, 31.0, null, Ending.ALIVE, null, 0, List.of("answered until the end")));
        Receipt first = run.receipts().getFirst();
        List<Receipt> receipts = List.of(first, new Receipt(first.subject(), first.fromSecond() + 1, first.toSecond(),
                first.configured(), first.observed(), true));
        return with("Two replicas", "The second came late.", List.of(new Run(run.role(), run.platform(), run.strategy(),
                run.traversal(), run.startedAt(), run.phases(), run.seconds(), lives, receipts, run.fidelity())));
    }

    static RunRecord with(String title, String story, List<Run> runs) {
        IncidentSource source = new IncidentSource("scenarios/incidents/range-cascade.yaml", "range-cascade", title,
                story, "as-measured", "laptop", List.of("traffic.timeout=5s"), "9f2c".repeat(16),
                "schema: 1\nid: range-cascade\nstory: " + story + "\n");
        Environment environment = new Environment("Linux 6.1 amd64", 2, 8L << 30, "25.0.3 Eclipse Adoptium",
                "victim on 0, injector on 1", Map.of("avalanche", "0.1.0", "gatling", "3.15.1"),
                Map.of("open files", "1048576"));
        return new RunRecord(RunRecord.SCHEMA, "20261123-130000-range-cascade", START, START.plusSeconds(142),
                "./avalanche run scenarios/incidents/range-cascade.yaml --seed 42", 42, source, environment,
                Verdict.REPRODUCED, runs, judgement(runs.size() > 1));
    }

    private static Run run(Run.Role role) {
        boolean fault = role == Run.Role.INCIDENT;
        Life survived = new Life(1, -3.2, -0.4, null, Ending.ALIVE, null, 0, List.of("answered until the end"));
        List<Life> lives = !fault ? List.of(survived)
                : List.of(new Life(1, -3.2, -0.4, (double) CollapseTimeline.DEATH, Ending.HEAP_EXHAUSTED, 3, 0,
                        List.of("exit code 3 of ExitOnOutOfMemoryError", "last line: java.lang.OutOfMemoryError: "
                                + "Java heap space")),
                        new Life(2, 46.0, (double) CollapseTimeline.READY, null, Ending.ALIVE, null, 2,
                                List.of("answered until the end")));
        List<Receipt> receipts = !fault ? List.of()
                : List.of(new Receipt("slow-callback", 20, 50.0, "log-normal, median 118 µs per entry",
                        "mean 121 µs, p50 118 µs, p99 204 µs over 311 402 entries (within 5 %)", true));
        return new Run(role, "local", "locked", Run.NATURAL, START.plusSeconds(fault ? 70 : 4),
                List.of(new PhaseSpan("healthy", 0, 10), new PhaseSpan("growth", 10, 20),
                        new PhaseSpan("incident", 20, 50), new PhaseSpan("recovery", 50, 60)),
                CollapseTimeline.seconds(fault), lives, receipts,
                new Fidelity(12240, 12240, CollapseTimeline.millis(0.8, 2.1), List.of(), true, List.of()));
    }

    private static Judgement judgement(boolean control) {
        Outcome entries = outcome("entries", "The map has grown", Metric.ENTRIES, null, Statistic.MAX,
                new Bound(null, 4000.0, null, null), 4200, control ? 4200.0 : null, "~4 200 entries");
        return new Judgement(Verdict.REPRODUCED,
                "With the callback at 118 µs per entry the locked map took the service "
                        + "down in 24 s: requests in flight grew to 1,400 and the heap ran out at second 44.",
                control ? List.of() : List.of("No control ran: what the traffic alone does is not known."),
                List.of(entries),
                List.of(outcome("writes", "Writes stall", Metric.RESPONSE_TIME, "writes", Statistic.P99,
                        new Bound(120.0, null, null, null), 5000, control ? 3.9 : null, "write P99 > 120 ms"),
                        outcome("failed", "Almost everything fails", Metric.FAILED_SHARE, "all", Statistic.TOTAL,
                                new Bound(95.0, null, null, null), 97.4, control ? 0.0 : null, "timed out > 95 %"),
                        outcome("death", "Memory ends it", Metric.MEMORY_DEATHS, null, Statistic.TOTAL,
                                new Bound(null, 1.0, null, null), 1, control ? 0.0 : null, "OOMKilled")),
                new GrowthTheory(120, 4, 0.5, 60, 58.1, 56.9, 59.3, 22, 43));
    }

    private static Outcome outcome(String id, String title, Metric metric, @Nullable String requests,
            Statistic statistic, Bound bound, double value, @Nullable Double control, String quote) {
        Symptom symptom = new Symptom(id, title, metric, requests, statistic,
                new Window("incident", true, null, false), null, bound, quote);
        return new Outcome(symptom, Outcome.Answer.MET, new Reading(value, 20, 44, 2880, null),
                control == null ? null : new Reading(control, 20, 50, 3600, null),
                "The incident shows it between second 20 and 44" + (control == null ? "." : ", the control does not."));
    }
}
