package avalanche.victim.map.proof;

import avalanche.victim.map.OrderMapProvider;
import org.jetbrains.lincheck.datastructures.Operation;

/** The operations on single keys, and a walk over all of them that counts as one operation. */
public abstract class WalkOperations extends MapOperations {
    protected WalkOperations(OrderMapProvider provider) {
        super(provider);
    }

    /** What a walk sees, if it sees one instant of the map. */
    @Operation
    public final int walked() {
        return walkedItems();
    }
}
