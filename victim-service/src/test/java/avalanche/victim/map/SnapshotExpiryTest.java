package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.order.Order;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SnapshotExpiryTest {
    private static final int MOST = 10;

    private final SnapshotMap map = new SnapshotMap(MOST);

    @Test
    void aWalkExpiresOnceItsSnapshotKeepsTooMuchAndSaysWhatToDo() {
        putAll(100, 1);
        assertThat(SeenByWalk.duringFirst(map, () -> putAll(MOST, 2))).hasSize(100).doesNotContainValue(2);
        assertThatThrownBy(() -> SeenByWalk.duringFirst(map, () -> putAll(MOST + 1, 3))).isInstanceOf(
                SnapshotExpired.class).hasMessage("the snapshot of this walk expired: it was the oldest when live "
                        + "snapshots kept more than victim.map.snapshot.max-retained = 10 superseded versions; raise "
                        + "the setting (each keeps an order on the heap), or walk faster or fewer at a time");
        assertThat(map.internals()).isEqualTo(Map.of("liveSnapshots", 0L, "expiredSnapshots", 1L, "retainedVersions",
                0L, "deletedIds", 0L));
        assertThat(SeenByWalk.of(map)).hasSize(100).containsEntry("o-10", 3).containsEntry("o-11", 1);
    }

    @Test
    void theOldestExpiresAndTheYoungerStaysWhole() {
        putAll(100, 1);
        assertThatThrownBy(() -> SeenByWalk.duringFirst(map, () -> {
            putAll(MOST - 1, 2);
            assertThat(SeenByWalk.duringBegin(map, () -> {
                putAll(2, 3);
                assertThat(map.internals()).containsEntry("liveSnapshots", 1L).containsEntry("expiredSnapshots", 1L);
            })).hasSize(100).containsEntry("o-0", 2).containsEntry("o-1", 2).doesNotContainValue(3);
        })).isInstanceOf(SnapshotExpired.class);
        assertThat(map.internals()).containsEntry("retainedVersions", 0L);
    }

    @Test
    void writersLetGoOfWhatAStuckWalkKeptAfterItExpired() {
        putAll(1_000, 1);
        assertThatThrownBy(() -> SeenByWalk.duringFirst(map, () -> {
            for (int i = 0; i < 1_000; i++) {
                map.remove("o-" + i);
                assertThat(map.internals().get("retainedVersions")).isLessThanOrEqualTo(MOST + 1L);
            }
            assertThat(map.internals()).isEqualTo(Map.of("liveSnapshots", 0L, "expiredSnapshots", 1L,
                    "retainedVersions", 0L, "deletedIds", 0L));
        })).isInstanceOf(SnapshotExpired.class);
    }

    private void putAll(int count, int items) {
        for (int i = 0; i < count; i++) {
            map.put(order(i, items));
        }
    }

    private static Order order(int id, int items) {
        return new Order("o-" + id, "c", items, "");
    }
}
