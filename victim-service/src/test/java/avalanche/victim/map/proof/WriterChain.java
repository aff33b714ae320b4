package avalanche.victim.map.proof;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A writer that in round n sets each link of its chain to n, one after another, then puts token n and removes token n -
 * 1.
 *
 * <p>
 * So at every instant no link is ahead of the one before it, the last at most one round behind the first, and there are
 * one token or two successive ones.
 */
final class WriterChain {
    private static final int LINKS = 8;

    private final OrderMap map;
    private final String name;
    private final List<String> links;
    private volatile int begun;
    private volatile int done;

    WriterChain(OrderMap map, String name) {
        this.map = map;
        this.name = name;
        links = IntStream.range(0, LINKS).mapToObj(link -> name + "-link-" + link).toList();
        links.forEach(link -> map.put(Examples.order(link, 0)));
        map.put(Examples.order(token(0), 0));
    }

    /** Writes round after round; that it fails is over for the others, too. */
    void writeUntil(AtomicBoolean over) {
        try {
            for (int round = 1; !over.get(); round++) {
                write(round);
            }
        } finally {
            over.set(true);
        }
    }

    private void write(int round) {
        begun = round;
        for (String link : links) {
            answers(map.replace(Examples.order(link, round)), link, round - 1);
        }
        map.put(Examples.order(token(round), round));
        answers(map.remove(token(round - 1)), token(round - 1), round - 1);
        done = round;
    }

    private static void answers(@Nullable Order before, String id, int items) {
        if (!Examples.order(id, items).equals(before)) {
            throw new AssertionError("a write of " + id + " found " + before + ", the last write there left " + items);
        }
    }

    /** The round that began last. */
    int begun() {
        return begun;
    }

    /** The last round that is done. */
    int done() {
        return done;
    }

    List<String> links() {
        return links;
    }

    boolean ownsToken(String id) {
        return id.startsWith(name + "-token-");
    }

    private String token(int round) {
        return name + "-token-" + round;
    }

    /** Nothing is lost once the writer has ended. */
    void checkEnd() {
        for (String link : links) {
            assertThat(map.get(link)).isEqualTo(Examples.order(link, done));
        }
        assertThat(map.get(token(done))).isEqualTo(Examples.order(token(done), done));
        assertThat(map.ids()).filteredOn(this::ownsToken).containsExactly(token(done));
    }

    /** What must hold at every instant, of what a walk saw. */
    void checkInstant(Map<String, Integer> seen) {
        List<Integer> rounds = links.stream().map(seen::get).toList();
        boolean ordered = IntStream.range(1, LINKS).allMatch(link -> rounds.get(link) <= rounds.get(link - 1));
        if (!ordered || rounds.getFirst() - rounds.getLast() > 1) {
            throw new AssertionError("a walk saw the links of " + name + " in the rounds " + rounds
                    + "; at every instant they fall, by at most 1");
        }
        List<Integer> tokens = seen.entrySet().stream().filter(entry -> ownsToken(entry.getKey())).map(
                Map.Entry::getValue).sorted().toList();
        if (tokens.isEmpty() || tokens.size() > 2 || tokens.getLast() - tokens.getFirst() != tokens.size() - 1) {
            throw new AssertionError("a walk saw the tokens " + tokens + " of " + name
                    + "; at every instant there is one, or two successive ones");
        }
    }
}
