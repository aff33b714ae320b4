package avalanche.victim.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.concurrent.TrieMap;
import scala.math.Equiv;
import scala.util.hashing.Hashing;

/**
 * Why {@link Baseline#TRIE_MAP} is no map to put into production: after a snapshot a write can report success and be
 * lost. The day a version of Scala mends it, this test fails, and {@link Baseline#losesWrites()} is to be taken back.
 *
 * <p>
 * Replacing the value of a key marks its node with the map's generation, while the branches below it stay of the one
 * before the snapshot. A branch that is new under that node is of the present generation, and a writer goes straight
 * into it. Another writer that enters an old branch of the same node copies <i>all</i> branches, the new one too. What
 * the first one writes then goes into a branch that nobody reaches any more, and the generation, which is to tell that,
 * is the present one. The interleaving is forced here: the second write happens where the first compares keys.
 */
class TrieMapLosesWritesTest {
    /** Five bits choose the branch at each level: the two of "old" share one, and the two of "new" another. */
    private static final Map<String, Integer> HASHES = Map.of("old-1", 0, "old-2", 32, "new-1", 1, "new-2", 33, "alone",
            2);

    private Runnable whileComparing = () -> {};
    private final Hashing<String> hashing = HASHES::get;
    private final Equiv<String> equality = (one, other) -> {
        Runnable now = whileComparing;
        whileComparing = () -> {};
        now.run();
        return one.equals(other);
    };
    private final TrieMap<String, Integer> map = new TrieMap<>(hashing, equality);

    @Test
    void aWriteThatReportsSuccessIsLostAfterASnapshot() {
        fill();
        map.readOnlySnapshot();
        growABranchUnderAMarkedNode();

        whileComparing = () -> map.replace("old-1", 1);
        Option<Integer> before = map.replace("new-1", 1);

        assertThat(before.get()).as("the write found the value before it, so it was done").isZero();
        assertThat(map.get("old-1").get()).as("the other write").isEqualTo(1);
        assertThat(map.get("new-1").get()).as("the value after the write").isZero();
    }

    @Test
    void withoutASnapshotTheSameWritesAreKept() {
        fill();
        growABranchUnderAMarkedNode();

        whileComparing = () -> map.replace("old-1", 1);
        map.replace("new-1", 1);

        assertThat(map.get("old-1").get()).isEqualTo(1);
        assertThat(map.get("new-1").get()).isEqualTo(1);
    }

    private void fill() {
        map.put("old-1", 0);
        map.put("old-2", 0);
        map.put("new-1", 0);
        map.put("alone", 0);
    }

    private void growABranchUnderAMarkedNode() {
        map.replace("alone", 1);
        map.put("new-2", 0);
    }
}
