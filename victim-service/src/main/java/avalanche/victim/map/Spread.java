package avalanche.victim.map;

/**
 * The spread of hash codes: every bit of a code takes part in every bit of its spread, and unequal codes stay unequal.
 *
 * <p>
 * The last step of MurmurHash3 (Appleby). A trie that begins with the highest bits needs it: the codes of short strings,
 * which ids are, leave those 0.
 */
final class Spread {
    private Spread() {}

    /** The key's hash code, spread. */
    static int of(Object key) {
        int hash = key.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
