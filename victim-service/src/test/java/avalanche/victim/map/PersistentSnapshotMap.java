package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Locks nothing: a writer swaps the root of an immutable trie and tries again where another was faster; a walk's
 * callbacks run over the trie that it found; fails in memory: a long walk keeps alive what was replaced meanwhile.
 */
final class PersistentSnapshotMap implements OrderMap {
    private final AtomicReference<State> state = new AtomicReference<>(new State(PersistentTrie.empty(), 0));
    private final LongAdder retries = new LongAdder();

    @Override
    public @Nullable Order get(String id) {
        return state.get().trie.get(id);
    }

    @Override
    public @Nullable Order put(Order order) {
        while (true) {
            State seen = state.get();
            Order before = seen.trie.get(order.id());
            if (swapped(seen, new State(seen.trie.with(order), before == null ? seen.size + 1 : seen.size))) {
                return before;
            }
        }
    }

    @Override
    public @Nullable Order replace(Order order) {
        while (true) {
            State seen = state.get();
            Order before = seen.trie.get(order.id());
            if (before == null || swapped(seen, new State(seen.trie.with(order), seen.size))) {
                return before;
            }
        }
    }

    @Override
    public @Nullable Order remove(String id) {
        while (true) {
            State seen = state.get();
            Order before = seen.trie.get(id);
            if (before == null || swapped(seen, new State(seen.trie.without(id), seen.size - 1))) {
                return before;
            }
        }
    }

    @Override
    public void walk(Walk walk) {
        PersistentTrie trie = state.get().trie;
        walk.begins();
        trie.visit(walk::visit);
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        state.get().trie.visit(order -> ids.add(order.id()));
        return ids;
    }

    @Override
    public long size() {
        return state.get().size;
    }

    @Override
    public Map<String, Long> internals() {
        return Map.of("retries", retries.sum());
    }

    private boolean swapped(State seen, State next) {
        boolean done = state.compareAndSet(seen, next);
        if (!done) {
            retries.increment();
        }
        return done;
    }

    /** What stands in the map at one moment. */
    private record State(PersistentTrie trie, int size) {}
}
