package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Locks one branch of 16 entries or branches for the moment of a write; nothing of ours runs under it; fails only in
 * consistency: a walk goes over the live trie and may or may not see what is written while it runs.
 *
 * <p>
 * The algorithm of Go's {@code sync.Map} since Go 1.24, in {@link ConcurrentHashTrie}. Its many small locks keep no book:
 * that of a {@link WatchedLock} would cost a write more than all the rest of it, to tell of locks that are held for some
 * nanoseconds and never during a callback.
 */
final class HashTrieMap implements OrderMap {
    private final ConcurrentHashTrie<String, Order> trie = new ConcurrentHashTrie<>();
    private final LongAdder size = new LongAdder();

    @Override
    public @Nullable Order get(String id) {
        return trie.get(id);
    }

    @Override
    public @Nullable Order put(Order order) {
        Order before = trie.put(order.id(), order);
        if (before == null) {
            size.increment();
        }
        return before;
    }

    @Override
    public @Nullable Order replace(Order order) {
        return trie.replace(order.id(), order);
    }

    @Override
    public @Nullable Order remove(String id) {
        Order before = trie.remove(id);
        if (before != null) {
            size.decrement();
        }
        return before;
    }

    @Override
    public void walk(Walk walk) {
        walk.begins();
        trie.walk((_, order) -> walk.visit(order));
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        trie.walk((id, _) -> ids.add(id));
        return ids;
    }

    @Override
    public long size() {
        return Math.max(0, size.sum());
    }

    @Override
    public Map<String, Long> internals() {
        return Map.of("branches", trie.branches(), "pruned", trie.pruned());
    }
}
