package avalanche.victim.map;

/** What a path in a {@link ConcurrentHashTrie} leads through or ends at. */
sealed interface TrieNode<K, V> permits TrieBranch, TrieEntry {}
