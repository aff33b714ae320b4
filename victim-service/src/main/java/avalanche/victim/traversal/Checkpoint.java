package avalanche.victim.traversal;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over ids in a total order stopped: it knows no key's place in a map, so it outlives the deletion of the
 * key, the map and the process.
 *
 * <p>
 * The order is by length and then by the characters: an id that counts up in decimal digits is visited in the order of
 * its creation, and one created since comes after the checkpoint. Any other total order would do for walks to be whole.
 *
 * @param after the last id that was visited, null where none was
 * @param until the last id that was there when the walk began, over all its parts: what follows is not part of it, so
 *         that a walk ends however fast orders are created
 */
public record Checkpoint(@Nullable String after, String until) {
    /** Shorter ids first, then by their UTF-16 code units. */
    static final Comparator<String> ORDER = Comparator.comparingInt(String::length).thenComparing(Comparator
            .naturalOrder());

    /** Whether a walk that goes on from here visits the id. */
    boolean leaves(String id) {
        return (after == null || ORDER.compare(id, after) > 0) && ORDER.compare(id, until) <= 0;
    }

    /** The checkpoint as a text that is safe in an address. */
    public String token() {
        return Token.encode(this);
    }
}
