package avalanche.victim.map;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A key with its value and, behind it, the other keys of the same hash.
 *
 * @param next the rest of the chain, null but for a collision
 */
record TrieEntry<K, V>(int hash, K key, V value, @Nullable TrieEntry<K, V> next) implements TrieNode<K, V> {
    /** The value of that key in the chain, or null. */
    @Nullable
    V value(int wantedHash, K wanted) {
        if (hash != wantedHash) {
            return null;
        }
        for (TrieEntry<K, V> entry = this; entry != null; entry = entry.next) {
            if (entry.key.equals(wanted)) {
                return entry.value;
            }
        }
        return null;
    }

    /** The chain without that key, and with the other entry, which stands alone, if there is one; null where empty. */
    @Nullable
    TrieEntry<K, V> exchanged(K taken, @Nullable TrieEntry<K, V> instead) {
        TrieEntry<K, V> chain = instead;
        for (TrieEntry<K, V> entry = this; entry != null; entry = entry.next) {
            if (!entry.key.equals(taken)) {
                chain = new TrieEntry<>(entry.hash, entry.key, entry.value, chain);
            }
        }
        return chain;
    }

    /** Visits the chain until the visitor answers false; answers whether it wants more. */
    boolean visit(BiPredicate<K, V> visitor) {
        for (TrieEntry<K, V> entry = this; entry != null; entry = entry.next) {
            if (!visitor.test(entry.key, entry.value)) {
                return false;
            }
        }
        return true;
    }
}
