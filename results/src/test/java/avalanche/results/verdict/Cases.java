package avalanche.results.verdict;

import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.record.ExampleRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Evidence and symptoms to judge, from the example runs. */
final class Cases {
    static final Window UNTIL_DEATH = new Window("incident", true, null, false);
    static final Window TO_END = new Window("incident", false, null, true);
    static final Symptom LATENCY = times(Statistic.P99, UNTIL_DEATH, 2000);
    static final Symptom PILE_UP = new Symptom("pile-up", "Requests pile up", Metric.IN_FLIGHT, null, Statistic.GROWTH,
            UNTIL_DEATH, "baseline", new Bound(null, 50.0, null, null), null);
    static final Symptom DEATH = lives(Metric.MEMORY_DEATHS);
    static final Symptom ABSENT = gauge(Metric.ENTRIES, Statistic.MAX, UNTIL_DEATH, 5000);
    static final Symptom IN_BOTH = gauge(Metric.ENTRIES, Statistic.MAX, UNTIL_DEATH, 900);

    private Cases() {}

    static Symptom times(Statistic statistic, Window window, double above) {
        return new Symptom("write-latency", "Writes take seconds", Metric.RESPONSE_TIME, Second.WRITES, statistic,
                window, null, new Bound(above, null, null, null), null);
    }

    static Symptom gauge(Metric metric, Statistic statistic, Window window, double above) {
        return new Symptom(metric.id(), "A gauge", metric, null, statistic, window, null, new Bound(above, null, null,
                null), null);
    }

    static Symptom lives(Metric metric) {
        return new Symptom(metric.id(), "The process ends", metric, null, Statistic.TOTAL, TO_END, null, new Bound(null,
                1.0, null, null), null);
    }

    static RunEvidence incident() {
        return evidence(ExampleRuns.incident());
    }

    static RunEvidence control() {
        return evidence(ExampleRuns.control());
    }

    /** One histogram a second, of as many writes as ended well, all of them as slow as the second's median says. */
    static RunEvidence evidence(Run run) {
        return new RunEvidence(run, (times, requests, from, to, consumer) -> replay(run, requests, from, to, consumer));
    }

    private static void replay(Run run, String requests, int from, int to, Consumer<Histogram> consumer) {
        for (Second second : run.seconds()) {
            Second.Traffic traffic = second.traffic().get(requests);
            if (second.second() >= from && second.second() < to && traffic != null && traffic.counts().ok() > 0) {
                Histogram histogram = new Histogram(3);
                histogram.setStartTimeStamp(second.second());
                histogram.recordValueWithCount(Math.round(traffic.response().p50() * 1e6), traffic.counts().ok());
                consumer.accept(histogram);
            }
        }
    }

    static Run withLives(Run run, List<Life> lives) {
        return new Run(run.role(), run.platform(), run.strategy(), run.traversal(), run.startedAt(), run.phases(), run
                .seconds(), lives,
                run.receipts(), run.fidelity());
    }

    static Run walked(Run run, String traversal) {
        return new Run(run.role(), run.platform(), run.strategy(), traversal, run.startedAt(), run.phases(), run
                .seconds(), run.lives(), run.receipts(), run.fidelity());
    }

    static Run withReceipts(Run run, Receipt... receipts) {
        return new Run(run.role(), run.platform(), run.strategy(), run.traversal(), run.startedAt(), run.phases(), run
                .seconds(), run
                        .lives(), List.of(receipts), run.fidelity());
    }

    static Run unfaithful(Run run, String reason) {
        Fidelity was = run.fidelity();
        return new Run(run.role(), run.platform(), run.strategy(), run.traversal(), run.startedAt(), run.phases(), run
                .seconds(), run
                        .lives(), run.receipts(), new Fidelity(was.planned(), was.sent(), was.lateness(), List.of(),
                                false,
                                List.of(reason)));
    }

    /** The same run, but the service never answered in the seconds given. */
    static Run silent(Run run, int from, int to) {
        List<Second> seconds = new ArrayList<>();
        for (Second second : run.seconds()) {
            boolean gone = second.second() >= from && second.second() < to;
            seconds.add(gone
                    ? new Second(second.second(), second.phase(), second.traffic(), second.lateness(), null)
                    : second);
        }
        return new Run(run.role(), run.platform(), run.strategy(), run.traversal(), run.startedAt(), run.phases(),
                seconds, run.lives(),
                run.receipts(), run.fidelity());
    }

    static Judgement judge(List<Symptom> symptoms, RunEvidence incident, @Nullable RunEvidence control) {
        return new Judge("incident", "export").judge(List.of(), symptoms, incident, control);
    }
}
