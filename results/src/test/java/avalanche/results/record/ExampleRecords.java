package avalanche.results.record;

import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Run;
import avalanche.results.verdict.Bound;
import avalanche.results.verdict.GrowthTheory;
import avalanche.results.verdict.Judgement;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Outcome;
import avalanche.results.verdict.Reading;
import avalanche.results.verdict.Recovery;
import avalanche.results.verdict.Statistic;
import avalanche.results.verdict.Symptom;
import avalanche.results.verdict.Verdict;
import avalanche.results.verdict.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small but complete records, for tests of whatever reads or shows one. */
public final class ExampleRecords {
    private static final Window UNTIL_DEATH = new Window("incident", true, null, false);
    private static final Window TO_END = new Window("incident", false, null, true);

    private ExampleRecords() {}

    /** An incident that came back, with its control. */
    public static RunRecord reproduced() {
        return record(Verdict.REPRODUCED, List.of(ExampleRuns.control(), ExampleRuns.incident()), judgement());
    }

    /** The same with another verdict and one reason for it, to see how each is shown. */
    public static RunRecord answered(Verdict verdict, String reason) {
        Judgement judgement = judgement();
        return record(verdict, List.of(ExampleRuns.control(), ExampleRuns.incident()), new Judgement(verdict, reason,
                List.of(reason), judgement.conditions(), judgement.symptoms(), null));
    }

    /** A record without a control, as where the incident alone was run. */
    public static RunRecord withoutControl() {
        String reason = "no control ran: what the incident shows may come from the traffic alone";
        return record(Verdict.INCONCLUSIVE, List.of(ExampleRuns.incident()), new Judgement(Verdict.INCONCLUSIVE,
                "Cannot tell: " + reason + ".", List.of(reason), List.of(), List.of(), null));
    }

    /** An incident in which three replicas were ordered in second 20, and which recovered in second 31. */
    public static RunRecord mitigated() {
        Judgement before = judgement();
        Recovery recovery = new Recovery(20, Recovery.State.RECOVERED, 31, 0, List.of(new Recovery.OfSymptom(
                "write-latency", "Writes take seconds", Recovery.State.RECOVERED, 31,
                "from second 31 on it was not met in any 5 s to the end of the schedule"), new Recovery.OfSymptom(
                        "pile-up",
                        "Requests pile up", Recovery.State.NOT_MET, null,
                        "it was met neither at the order nor after it")),
                "After more-replicas, ordered in second 20, the service recovered in second 31 (11 s later).");
        return record(Verdict.REPRODUCED, List.of(ExampleRuns.control(), ExampleRuns.incident().with(
                intervention())), new Judgement(before.verdict(), before.headline(), before.reasons(), before
                        .conditions(),
                        before.symptoms(), before.theory(), recovery));
    }

    /** Three replicas, ordered in second 20 and ready in second 28. */
    public static Intervention intervention() {
        return new Intervention("more-replicas", "Scale out to <three> replicas", "scale-out", "3 replicas", 20.2, null,
                28.0, List.of(new Intervention.Replica("victim-a", 1, -6.0, -1.4, null), new Intervention.Replica(
                        "victim-b",
                        1, 20.3, 27.5, null), new Intervention.Replica("victim-c", 1, 20.3, 28.0, null)), 0,
                new Intervention.Lost(20, 28, 480, 31, 4, 120, 2, 1));
    }

    private static RunRecord record(Verdict expected, List<Run> runs, Judgement judgement) {
        return new RunRecord(RunRecord.SCHEMA, "20260301T100000Z-slow-callback-7f3a", Instant.parse(
                "2026-03-01T10:00:00Z"), Instant.parse("2026-03-01T10:02:14Z"),
                "./avalanche run incidents/slow-callback.yaml --size small", 42, source(), environment(), expected,
                runs, judgement);
    }

    private static IncidentSource source() {
        return new IncidentSource("incidents/slow-callback.yaml", "slow-callback", "The export that stopped checkout",
                "A full walk held the map's lock while a slow callback ran for every entry.\nWrites queued behind it.",
                "as-told", "small", List.of("traffic.seed=42"), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c"
                        + "15b0f00a08", "id: slow-callback\ntitle: \"The export that stopped <checkout>\"\n");
    }

    private static Environment environment() {
        return new Environment("Linux 6.8 amd64", 2, 8L << 30, "25.0.1 Eclipse Adoptium",
                "victim on processor 0, injector on processor 1", Map.of("avalanche", "0.1.0", "gatling", "3.15.1",
                        "victim-service", "0.1.0"), Map.of("open files", "20000"));
    }

    private static Judgement judgement() {
        Symptom latency = new Symptom("write-latency", "Writes take seconds", Metric.RESPONSE_TIME, "writes",
                Statistic.P99, UNTIL_DEATH, null, new Bound(2000.0, null, null, null), "P99 of writes rose to 5 s");
        Symptom pileUp = new Symptom("pile-up", "Requests pile up", Metric.IN_FLIGHT, null, Statistic.GROWTH,
                UNTIL_DEATH, "baseline", new Bound(null, 50.0, null, null), null);
        Symptom death = new Symptom("out-of-memory", "The process dies of memory", Metric.MEMORY_DEATHS, null,
                Statistic.TOTAL, TO_END, null, new Bound(null, 1.0, null, null), "OOMKilled, again and again");
        Symptom slow = new Symptom("slow-walks", "A walk takes half a second", Metric.TRAVERSAL_TIME, null,
                Statistic.P50, UNTIL_DEATH, null, new Bound(null, 400.0, null, 700.0), null);
        List<Outcome> symptoms = List.of(
                outcome(latency, new Reading(4800.0, 10, 33, 1058, null), new Reading(6.0, 10, 40, 1380, null),
                        "P99 response-time of writes was 4,800 ms in seconds 10 to 33, bound: above 2,000 ms; control:"
                                + " 6 ms."),
                outcome(pileUp, new Reading(690.0, 10, 33, 23, null), new Reading(1.0, 10, 40, 30, null),
                        "growth of in-flight was 690 in seconds 10 to 33, bound: at least 50; control: 1."),
                outcome(death, new Reading(1.0, 10, 50, 2, null), new Reading(0.0, 10, 50, 1, null),
                        "total memory-deaths was 1 in seconds 10 to 50, bound: at least 1; control: 0."));
        List<Outcome> conditions = List.of(new Outcome(slow, Outcome.Answer.MET, new Reading(500.0, 10, 33, 46, null),
                null, "P50 traversal-time was 500 ms in seconds 10 to 33, bound: at least 400 and at most 700 ms."));
        return new Judgement(Verdict.REPRODUCED, "The incident came back with 'locked': write P99 4.8 s, 690 requests "
                + "in flight, heap exhausted 23 s after the onset; the control stayed healthy.", List.of(), conditions,
                symptoms, new GrowthTheory(60, 4, 0.55, 32.7, 30.0, 29.1, 30.9, 12, 33));
    }

    private static Outcome outcome(Symptom symptom, Reading incident, Reading control, String reason) {
        return new Outcome(symptom, Outcome.Answer.MET, incident, control, reason);
    }
}
