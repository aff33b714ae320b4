package avalanche.results.report;

import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What vouches for the verdict: fault receipts, how the injector kept to the schedule, how each life ended. */
final class EvidenceTables {
    private EvidenceTables() {}

    static String receipts(RunRecord record) {
        List<String> rows = new ArrayList<>();
        record.runs().forEach(run -> run.receipts().forEach(receipt -> rows.add(receipt(run, receipt))));
        String body = rows.isEmpty() ? "<p>Nothing was injected.</p>"
                : Html.table("Fault receipts",
                        List.of("Fault", "Run", "Landed", "From", "To", "Configured", "Observed"), rows);
        return Html.section("receipts", "Fault receipts: configured against observed", body);
    }

    private static String receipt(Run run, Receipt receipt) {
        return Html.row(Html.text(receipt.subject()), Html.cell(run.role().id()),
                "<td>" + (receipt.landed() ? Html.chip("good", "landed") : Html.chip("bad", "did not land")) + "</td>",
                Html.number(Figures.seconds(receipt.fromSecond())),
                Html.number(receipt.toSecond() == null ? "end" : Figures.seconds(receipt.toSecond())),
                Html.cell(receipt.configured()), Html.cell(receipt.observed()));
    }

    static String fidelity(RunRecord record) {
        return Html.section("fidelity", "Injector fidelity", Html.table("Injector fidelity",
                List.of("Run", "Faithful", "Planned", "Sent", "Share", "Lateness p50", "Lateness p99", "Lateness max",
                        "Missing seconds", "Why not"),
                record.runs().stream().map(EvidenceTables::fidelity).toList()));
    }

    private static String fidelity(Run run) {
        Fidelity fidelity = run.fidelity();
        boolean measured = !fidelity.lateness().isEmpty();
        String share = fidelity.planned() == 0 ? Figures.NONE
                : String.format(Locale.ROOT, "%.2f %%", 100.0 * fidelity.sent() / fidelity.planned());
        return Html.row(run.role().id(),
                "<td>" + (fidelity.faithful() ? Html.chip("good", "faithful") : Html.chip("bad", "not faithful"))
                        + "</td>",
                Html.number(Figures.count((double) fidelity.planned())), Html.number(Figures.count((double) fidelity
                        .sent())),
                Html.number(share), Html.number(measured ? Figures.millis(fidelity.lateness().p50()) : Figures.NONE),
                Html.number(measured ? Figures.millis(fidelity.lateness().p99()) : Figures.NONE),
                Html.number(measured ? Figures.millis(fidelity.lateness().max()) : Figures.NONE),
                Html.number(Figures.count(fidelity.missingSeconds().size())),
                Html.cell(String.join("; ", fidelity.reasons())));
    }

    static String lives(RunRecord record) {
        List<String> rows = new ArrayList<>();
        record.runs().forEach(run -> run.lives().forEach(life -> rows.add(life(run, life))));
        return Html.section("lives", "How each life of the service ended", Html.table("Lives of the service",
                List.of("Life", "Ending", "Started", "Ready", "Ended", "Exit code", "Back-off", "Evidence"), rows));
    }

    /** When a platform told nothing; no section where that never was. */
    static String unseen(RunRecord record) {
        List<String> rows = new ArrayList<>();
        record.runs().forEach(run -> run.unseen().forEach(unseen -> rows.add(Html.row(Html.text(run.role().id()), Html
                .number(Figures.seconds(unseen.fromSecond())), Html.number(Figures.seconds(unseen.untilSecond())), Html
                        .cell(unseen.what())))));
        return rows.isEmpty() ? "" : Html.section("unseen", "What was not seen", Html.table("What was not seen", List
                .of("Run", "From", "To", "What"), rows));
    }

    private static String life(Run run, Life life) {
        String tone = life.ending().isDeath() ? "bad" : "good";
        Integer exit = life.exitCode();
        return Html.row(run.role().id() + " " + life.number(),
                "<td>" + Html.chip(tone, life.ending().words()) + "</td>",
                Html.number(Figures.seconds(life.startedSecond())), Html.number(Figures.seconds(life.readySecond())),
                Html.number(Figures.seconds(life.endedSecond())),
                Html.number(exit == null ? Figures.NONE : exit.toString()),
                Html.number(Figures.seconds(life.backOffSeconds())),
                "<td>" + Html.list(life.evidence(), "evidence") + "</td>");
    }
}
