package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The state between operations, against the invariants of Go's {@code sync.Map}. */
class DualTableTest {
    private final DualTable<Integer, Integer> table = new DualTable<>(new LockWatch(System::nanoTime));

    @Test
    void keepsItsInvariantsAfterEveryOperation() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(40);
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> table.store(key, i);
                case 3, 4 -> table.loadOrStore(key, i);
                case 5, 6 -> table.loadAndDelete(key);
                case 7 -> table.replace(key, i);
                case 8 -> table.range(() -> {}, (_, _) -> true);
                default -> table.load(key);
            }
            checkInvariants();
        }
        assertThat(table.counters().promotions()).isPositive();
        assertThat(table.counters().copies()).isPositive();
    }

    private void checkInvariants() {
        DualTable.State<Integer, Integer> state = table.state();
        Map<Integer, DualTable.Slot<Integer>> dirty = state.dirty();
        assertThat(state.amended()).isEqualTo(dirty != null);
        if (dirty == null) {
            assertThat(state.misses()).isZero();
            assertThat(state.read().values()).noneMatch(DualTable.Slot::expunged);
            return;
        }
        assertThat(state.misses()).isLessThan(Math.max(1, dirty.size()));
        assertThat(dirty.values()).noneMatch(DualTable.Slot::expunged);
        state.read().forEach((key, slot) -> {
            if (slot.expunged()) {
                assertThat(dirty).doesNotContainKey(key);
            } else {
                assertThat(dirty.get(key)).isSameAs(slot);
            }
        });
    }

    @Test
    void asManyMissesAsDirtyKeysPromote() {
        table.store(1, 1);
        table.store(2, 2);
        table.load(9);
        assertThat(table.state().misses()).isEqualTo(1);
        table.load(9);
        assertThat(table.state().amended()).isFalse();
        assertThat(table.counters().promotions()).isEqualTo(1);
    }

    @Test
    void aDeletedReadSlotIsExpungedByTheNextCopyAndRevivedByAStore() {
        table.store(1, 1);
        table.range(() -> {}, (_, _) -> true);
        table.loadAndDelete(1);
        table.store(2, 2);
        assertThat(table.state().read().get(1)).isNotNull().satisfies(slot -> assertThat(slot.expunged()).isTrue());
        table.store(1, 3);
        assertThat(table.load(1)).isEqualTo(3);
        assertThat(table.state().dirty()).isNotNull().containsKeys(1, 2);
        assertThat(table.state().misses()).isZero();
    }

    @Test
    void aRangeDoesNotSeeAKeyStoredByItsOwnCallback() {
        table.store(1, 1);
        table.range(() -> {}, (key, _) -> {
            assertThat(key).isEqualTo(1);
            table.store(2, 2);
            return true;
        });
        assertThat(table.load(2)).isEqualTo(2);
    }
}
