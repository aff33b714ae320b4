package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.order.Order;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SnapshotMapTest {
    private final SnapshotMap map = new SnapshotMap(1_000_000);

    @Test
    void aWalkSeesTheInstantAtWhichItBegan() {
        put("replaced", 1);
        put("deleted", 1);
        put("deleted-and-put-again", 1);
        put("left", 1);
        Map<String, Integer> then = SeenByWalk.of(map);
        Map<String, Integer> seen = SeenByWalk.duringBegin(map, () -> {
            put("replaced", 2);
            put("replaced", 3);
            map.remove("deleted");
            map.remove("deleted-and-put-again");
            put("deleted-and-put-again", 2);
            put("added", 1);
            put("added-and-deleted", 1);
            map.remove("added-and-deleted");
        });
        assertThat(seen).isEqualTo(then).hasSize(4);
        assertThat(SeenByWalk.of(map)).isEqualTo(Map.of("replaced", 3, "deleted-and-put-again", 2, "left", 1, "added",
                1));
    }

    @Test
    void aDeletedOrderIsSeenByTheSnapshotsFromBeforeAndByNoOther() {
        put("a", 1);
        assertThat(SeenByWalk.duringBegin(map, () -> {
            map.remove("a");
            assertThat(SeenByWalk.duringBegin(map, () -> {
                put("a", 2);
                assertThat(SeenByWalk.of(map)).isEqualTo(Map.of("a", 2));
                map.remove("a");
                assertThat(SeenByWalk.of(map)).isEmpty();
            })).isEmpty();
        })).isEqualTo(Map.of("a", 1));
        assertThat(map.internals()).isEqualTo(nothingKept());
    }

    @Test
    void growingTheTableDuringAWalkNeitherLosesNorRepeatsAnOrder() {
        for (int i = 0; i < 1_000; i++) {
            put("o-" + i, i);
        }
        Map<String, Integer> seen = SeenByWalk.duringFirst(map, () -> {
            for (int i = 0; i < 50_000; i++) {
                put("o-" + i, -1);
            }
        });
        assertThat(seen).hasSize(1_000).allSatisfy((id, items) -> assertThat(id).isEqualTo("o-" + items));
        assertThat(map.internals()).isEqualTo(nothingKept());
    }

    @Test
    void keepsOneVersionOfAnIdForASnapshotHoweverOftenItIsWritten() {
        put("a", 1);
        put("b", 1);
        SeenByWalk.duringBegin(map, () -> {
            for (int i = 0; i < 100; i++) {
                put("a", i);
            }
            assertThat(map.internals()).containsEntry("retainedVersions", 1L).containsEntry("liveSnapshots", 1L);
            map.remove("b");
            assertThat(map.internals()).containsEntry("retainedVersions", 2L).containsEntry("deletedIds", 1L);
            put("c", 1);
            map.remove("c");
            assertThat(map.internals()).containsEntry("retainedVersions", 2L).containsEntry("deletedIds", 1L);
        });
        assertThat(map.internals()).isEqualTo(nothingKept());
    }

    @Test
    void endingASnapshotLetsGoOfWhatNoOtherNeeds() {
        put("a", 1);
        put("b", 1);
        SeenByWalk.duringBegin(map, () -> {
            SeenByWalk.duringBegin(map, () -> {
                put("a", 2);
                SeenByWalk.duringBegin(map, () -> {
                    put("a", 3);
                    map.remove("b");
                    assertThat(map.internals()).containsEntry("retainedVersions", 3L);
                });
                assertThat(map.internals()).containsEntry("retainedVersions", 2L);
            });
            assertThat(map.internals()).containsEntry("retainedVersions", 2L).containsEntry("liveSnapshots", 1L);
        });
        assertThat(map.internals()).isEqualTo(nothingKept());
    }

    @Test
    void aWalkThatFailsOrHasEnoughEndsItsSnapshot() {
        put("a", 1);
        IllegalStateException failure = new IllegalStateException("the client went away");
        assertThatThrownBy(() -> SeenByWalk.duringFirst(map, () -> {
            put("a", 2);
            throw failure;
        })).isSameAs(failure);
        assertThat(map.internals()).isEqualTo(nothingKept());
        assertThat(map.ids()).containsExactly("a");
        assertThat(map.internals()).isEqualTo(nothingKept());
    }

    @Test
    void overlappingSnapshotsOfARandomHistoryEachSeeTheirInstant() {
        Random random = new Random(11);
        Map<String, Integer> model = new HashMap<>();
        SnapshotRegister register = new SnapshotRegister(1_000_000);
        SnapshotMap randomly = new SnapshotMap(register);
        nest(randomly, model, random, 60);
        assertThat(SeenByWalk.of(randomly)).isEqualTo(model);
        assertThat(randomly.internals()).isEqualTo(nothingKept());
    }

    /** Walks within walks, with random writes before, within and between them; inner ones end first, or last. */
    private static void nest(SnapshotMap randomly, Map<String, Integer> model, Random random, int depth) {
        write(randomly, model, random);
        if (depth == 0) {
            return;
        }
        Map<String, Integer> then = new HashMap<>(model);
        assertThat(SeenByWalk.duringBegin(randomly, () -> {
            write(randomly, model, random);
            nest(randomly, model, random, depth - 1);
            write(randomly, model, random);
        })).isEqualTo(then);
    }

    private static void write(SnapshotMap randomly, Map<String, Integer> model, Random random) {
        for (int i = random.nextInt(200); i > 0; i--) {
            String id = "o-" + random.nextInt(100);
            if (random.nextInt(3) == 0) {
                randomly.remove(id);
                model.remove(id);
            } else {
                randomly.put(new Order(id, "c", i, ""));
                model.put(id, i);
            }
        }
    }

    @Test
    void snapshotsThatEndInAnyOrderLeaveNothing() {
        Random random = new Random(12);
        SnapshotRegister register = new SnapshotRegister(1_000_000);
        SnapshotMap randomly = new SnapshotMap(register);
        Map<String, Integer> model = new HashMap<>();
        Deque<LiveSnapshot> taken = new ArrayDeque<>();
        for (int round = 0; round < 2_000; round++) {
            write(randomly, model, random);
            switch (random.nextInt(3)) {
                case 0 -> taken.addLast(register.take());
                case 1 -> endOne(randomly, taken.pollFirst());
                default -> endOne(randomly, taken.pollLast());
            }
            assertThat(register.retained()).isLessThanOrEqualTo(100L * taken.size());
        }
        taken.forEach(randomly::end);
        assertThat(randomly.internals()).isEqualTo(nothingKept());
    }

    private static void endOne(SnapshotMap randomly, LiveSnapshot snapshot) {
        if (snapshot != null) {
            randomly.end(snapshot);
        }
    }

    private static Map<String, Long> nothingKept() {
        return Map.of("liveSnapshots", 0L, "expiredSnapshots", 0L, "retainedVersions", 0L, "deletedIds", 0L);
    }

    private void put(String id, int items) {
        map.put(new Order(id, "c", items, ""));
    }
}
