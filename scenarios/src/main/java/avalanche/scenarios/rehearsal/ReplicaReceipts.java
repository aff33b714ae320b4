package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes one receipt of those that several replicas gave of one callback. */
final class ReplicaReceipts {
    private ReplicaReceipts() {}

    /**
     * What one replica gave.
     *
     * @param replica its name
     * @param seen what came of the callback there
     */
    record Of(String replica, Callbacks.Seen seen) {}

    /**
     * One receipt: it landed where it landed on one replica at least and on every one in which an entry was delayed.
     *
     * @param of one or more, in the order of the replicas
     * @param remarks further words for what was observed
     */
    static Receipt together(String subject, List<Of> of, List<String> remarks) {
        List<Receipt> receipts = of.stream().map(each -> each.seen().receipt()).toList();
        double from = receipts.stream().mapToDouble(Receipt::fromSecond).min().orElse(0);
        boolean stayed = receipts.stream().anyMatch(receipt -> receipt.toSecond() == null);
        Double to = stayed
                ? null
                : receipts.stream().map(Receipt::toSecond).filter(Objects::nonNull).mapToDouble(Double::doubleValue)
                        .max().orElse(from);
        List<String> words = new ArrayList<>();
        of.forEach(each -> words.add(each.replica() + ": " + each.seen().receipt().observed()));
        words.addAll(remarks);
        boolean somewhere = receipts.stream().anyMatch(Receipt::landed);
        boolean nowhereElse = of.stream().allMatch(each -> each.seen().idle() || each.seen().receipt().landed());
        return new Receipt(subject, from, to, receipts.getFirst().configured(), String.join("; ", words), somewhere
                && nowhereElse);
    }
}
