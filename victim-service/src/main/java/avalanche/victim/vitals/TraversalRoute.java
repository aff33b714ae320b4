package avalanche.victim.vitals;

import avalanche.victim.traversal.TraversalMode;
import avalanche.victim.traversal.TraversalReader;
import avalanche.victim.traversal.Traversals;
import java.util.List;
import java.util.Map;

/** The mode that walks are done in, as the management port shows and sets it. */
public final class TraversalRoute {
    private final TraversalReader reader;
    private final Traversals traversals;

    /** Sets what that reader reads. */
    public TraversalRoute(TraversalReader reader, Traversals traversals) {
        this.reader = reader;
        this.traversals = traversals;
    }

    void configure(byte[] document) {
        traversals.configure(reader.read(document));
    }

    Document document() {
        return new Document(traversals.setting().document(), traversals.allowed().stream().map(TraversalMode::id)
                .toList());
    }

    /** What is in force, and the modes that the strategy allows. */
    record Document(Map<String, Object> configured, List<String> allowed) {}
}
