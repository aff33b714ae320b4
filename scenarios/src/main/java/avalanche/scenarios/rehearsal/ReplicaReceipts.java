package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes receipts of those that several replicas gave of one callback. */
final class ReplicaReceipts {
    private ReplicaReceipts() {}

    /**
     * What one replica gave.
     *
     * @param replica its name
     * @param fromTheStart whether the run began with it
     * @param seen what came of the callback there
     */
    record Of(String replica, boolean fromTheStart, Callbacks.Seen seen) {
        private Receipt receipt() {
            return seen.receipt();
        }
    }

    /**
     * One receipt of the replicas that the run began with: the callback landed where it landed on one of them at least and on
     * every one in which an entry was delayed; it stayed as long as it did on any replica. Each replica that came later has
     * its own, so that one that starts under load spoils nothing that lies before it; where no entry was delayed there,
     * nothing can be told, and none is given.
     *
     * @param of one or more, in the order of the replicas
     * @param remarks further words for what was observed
     */
    static List<Receipt> of(String subject, List<Of> of, List<String> remarks) {
        List<Of> first = of.stream().filter(Of::fromTheStart).toList();
        List<Of> later = of.stream().filter(each -> !each.fromTheStart()).toList();
        List<Receipt> all = new ArrayList<>();
        if (!first.isEmpty()) {
            all.add(together(subject, first, longest(of), remarks));
        }
        boolean alone = first.isEmpty();
        later.stream().filter(each -> alone || !each.seen().idle()).map(each -> together(subject, List.of(each), each
                .receipt().toSecond(), alone ? remarks : List.of())).forEach(all::add);
        return all;
    }

    private static Receipt together(String subject, List<Of> of, @Nullable Double to, List<String> remarks) {
        List<Receipt> receipts = of.stream().map(Of::receipt).toList();
        double from = receipts.stream().mapToDouble(Receipt::fromSecond).min().orElse(0);
        List<String> words = new ArrayList<>();
        of.forEach(each -> words.add(each.replica() + ": " + each.receipt().observed()));
        words.addAll(remarks);
        boolean somewhere = receipts.stream().anyMatch(Receipt::landed);
        boolean nowhereElse = of.stream().allMatch(each -> each.seen().idle() || each.receipt().landed());
        return new Receipt(subject, from, to, receipts.getFirst().configured(), String.join("; ", words), somewhere
                && nowhereElse);
    }

    /** When the last of them was taken back; null where one stayed to the end. */
    private static @Nullable Double longest(List<Of> of) {
        boolean stayed = of.stream().anyMatch(each -> each.receipt().toSecond() == null);
        return stayed
                ? null
                : of.stream().map(each -> each.receipt().toSecond()).filter(Objects::nonNull).max(Double::compare)
                        .orElse(null);
    }
}
