package avalanche.victim.map;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A map as a trie over the bits of a key's hash: 16 ways a level, read without a lock, written under the lock of the one
 * branch whose child changes.
 *
 * <p>
 * The design of the map behind Go's {@code sync.Map} since Go 1.24. A path leads through branches to an entry, or to
 * nothing. Where a second hash comes to an entry's place, branches push in between, as many as the hashes share bits;
 * equal hashes share a chain, which is searched one by one. A branch that a removal leaves empty is taken out of its
 * parent, and so on upwards. It is dead from then on: a writer that locked it starts again at the root.
 *
 * <p>
 * A branch's lock is its monitor. Who holds one waits for none but the parent's, so no two wait for each other.
 */
final class ConcurrentHashTrie<K, V> {
    private final TrieBranch<K, V> root = TrieBranch.root();
    private final LongAdder branches = new LongAdder();
    private final LongAdder pruned = new LongAdder();

    /** The value, or null; takes no lock. */
    @Nullable
    V get(K key) {
        int hash = Spread.of(key);
        TrieNode<K, V> node = root;
        while (node instanceof TrieBranch<K, V> branch) {
            node = branch.child(hash);
        }
        return node instanceof TrieEntry<K, V> entry ? entry.value(hash, key) : null;
    }

    /** Keeps the value; answers the one before, or null. */
    @Nullable
    V put(K key, V value) {
        TrieEntry<K, V> added = new TrieEntry<>(Spread.of(key), key, value, null);
        while (true) {
            TrieBranch<K, V> branch = lastBranch(added.hash());
            synchronized (branch) {
                if (branch.endsPath(added.hash())) {
                    return putLocked(branch, added);
                }
            }
        }
    }

    private @Nullable V putLocked(TrieBranch<K, V> branch, TrieEntry<K, V> added) {
        int hash = added.hash();
        TrieEntry<K, V> there = branch.entry(hash);
        if (there == null) {
            branch.set(hash, added);
            return null;
        }
        if (there.hash() != hash) {
            branch.set(hash, split(branch, there, added));
            return null;
        }
        V before = there.value(hash, added.key());
        branch.set(hash, there.exchanged(added.key(), added));
        return before;
    }

    /** Keeps the value only where there is one already; answers that, or null, and then has taken no lock. */
    @Nullable
    V replace(K key, V value) {
        int hash = Spread.of(key);
        return get(key) == null ? null : exchange(hash, key, new TrieEntry<>(hash, key, value, null));
    }

    /** Takes the value out; answers it, or null, and then has taken no lock. */
    @Nullable
    V remove(K key) {
        return get(key) == null ? null : exchange(Spread.of(key), key, null);
    }

    /** Puts the other entry, or none, in the place of the key's where there is one. */
    private @Nullable V exchange(int hash, K key, @Nullable TrieEntry<K, V> instead) {
        while (true) {
            TrieBranch<K, V> branch = lastBranch(hash);
            synchronized (branch) {
                if (branch.endsPath(hash)) {
                    return exchangeLocked(branch, hash, key, instead);
                }
            }
        }
    }

    private @Nullable V exchangeLocked(TrieBranch<K, V> branch, int hash, K key, @Nullable TrieEntry<K, V> instead) {
        TrieEntry<K, V> there = branch.entry(hash);
        V before = there == null ? null : there.value(hash, key);
        if (there != null && before != null) {
            TrieEntry<K, V> left = there.exchanged(key, instead);
            branch.set(hash, left);
            if (left == null) {
                prune(branch, hash);
            }
        }
        return before;
    }

    /**
     * Visits the entries of the live trie, without a lock, until the visitor answers false: each that is there
     * throughout once, none twice. One that is added ahead of the visitor is visited, one behind it is not.
     *
     * @return whether the visitor wants more
     */
    boolean walk(BiPredicate<K, V> visitor) {
        return walk(root, visitor);
    }

    /** An entry only ever moves down, below its place, so a walk that goes by places meets it once. */
    private static <K, V> boolean walk(TrieBranch<K, V> branch, BiPredicate<K, V> visitor) {
        for (int way = 0; way < TrieBranch.WAYS; way++) {
            boolean more = switch (branch.childAt(way)) {
                case null -> true;
                case TrieBranch<K, V> below -> walk(below, visitor);
                case TrieEntry<K, V> entry -> entry.visit(visitor);
            };
            if (!more) {
                return false;
            }
        }
        return true;
    }

    /** How many branches there are below the root. */
    long branches() {
        return branches.sum();
    }

    /** How many branches were taken out since the trie was made. */
    long pruned() {
        return pruned.sum();
    }

    /** The branch where the hash's path ends, or ended a moment ago. */
    private TrieBranch<K, V> lastBranch(int hash) {
        TrieBranch<K, V> last = root;
        while (last.child(hash) instanceof TrieBranch<K, V> below) {
            last = below;
        }
        return last;
    }

    /** A branch for the place of one entry, with both in it, or in a branch further down. */
    private TrieBranch<K, V> split(TrieBranch<K, V> parent, TrieEntry<K, V> there, TrieEntry<K, V> added) {
        TrieBranch<K, V> below = TrieBranch.below(parent);
        branches.increment();
        if (below.wayOf(there.hash()) == below.wayOf(added.hash())) {
            below.set(added.hash(), split(below, there, added));
        } else {
            below.set(there.hash(), there);
            below.set(added.hash(), added);
        }
        return below;
    }

    /** Takes the branch, whose lock is held, out of its parent where it is empty, and so on upwards. */
    private void prune(TrieBranch<K, V> branch, int hash) {
        TrieBranch<K, V> parent = branch.parent();
        if (parent != null && branch.isEmpty()) {
            synchronized (parent) {
                branch.die();
                parent.set(hash, null);
                branches.decrement();
                pruned.increment();
                prune(parent, hash);
            }
        }
    }
}
