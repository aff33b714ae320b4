package avalanche.victim.map;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A fork of 16 ways, told apart by 4 bits of the hash, the highest at the root.
 *
 * <p>
 * Anyone reads a child at any time; whoever changes one, or asks whether the branch is dead, holds its monitor, unless it
 * is not yet in the trie.
 */
final class TrieBranch<K, V> implements TrieNode<K, V> {
    static final int BITS = 4;
    static final int WAYS = 1 << BITS;

    private static final VarHandle CHILD = MethodHandles.arrayElementVarHandle(TrieNode[].class);

    private final @Nullable TrieBranch<K, V> parent;
    private final int shift;
    private final @Nullable TrieNode<?, ?>[] children = new TrieNode<?, ?>[WAYS];
    private boolean dead;

    private TrieBranch(@Nullable TrieBranch<K, V> parent, int shift) {
        this.parent = parent;
        this.shift = shift;
    }

    static <K, V> TrieBranch<K, V> root() {
        return new TrieBranch<>(null, Integer.SIZE - BITS);
    }

    static <K, V> TrieBranch<K, V> below(TrieBranch<K, V> parent) {
        return new TrieBranch<>(parent, parent.shift - BITS);
    }

    /** The branch whose child this one is, or null for the root. */
    @Nullable
    TrieBranch<K, V> parent() {
        return parent;
    }

    int wayOf(int hash) {
        return (hash >>> shift) & (WAYS - 1);
    }

    /** What the path of the hash leads to from here, or null where it ends at nothing. */
    @Nullable
    TrieNode<K, V> child(int hash) {
        return childAt(wayOf(hash));
    }

    @SuppressWarnings("unchecked") // only a node of the same trie is ever set
    @Nullable
    TrieNode<K, V> childAt(int way) {
        return (TrieNode<K, V>) CHILD.getVolatile(children, way);
    }

    /** Whether the path of the hash ends here: the branch is in the trie, and no branch is where it leads to. */
    boolean endsPath(int hash) {
        return !dead && !(child(hash) instanceof TrieBranch);
    }

    /** The entry that the path of the hash leads to, where it ends here, or null. */
    @Nullable
    TrieEntry<K, V> entry(int hash) {
        return child(hash) instanceof TrieEntry<K, V> entry ? entry : null;
    }

    /** Publishes a child, and with it all that hangs below. */
    void set(int hash, @Nullable TrieNode<K, V> child) {
        CHILD.setVolatile(children, wayOf(hash), child);
    }

    boolean isEmpty() {
        for (int way = 0; way < WAYS; way++) {
            if (childAt(way) != null) {
                return false;
            }
        }
        return true;
    }

    /** Marks the branch as taken out of the trie, for good. */
    void die() {
        dead = true;
    }
}
