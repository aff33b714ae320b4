package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state between operations, against the invariants of Go's {@code sync.Map}. */
class DualTableTest {
    private final DualTable<Long, Long> table = new DualTable<>(new LockWatch(System::nanoTime));

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 40, 400})
    void isAMapAndKeepsItsInvariantsAfterEveryOperation(int keys) {
        Map<Long, Long> model = new HashMap<>();
        Random random = new Random(3);
        for (long i = 0; i < 10_000; i++) {
            Long key = i / 100 + random.nextInt(keys);
            Long value = i;
            int choice = random.nextInt(12);
            Long expected = switch (choice) {
                case 0, 1, 2 -> model.put(key, value);
                case 3, 4 -> model.putIfAbsent(key, value);
                case 5, 6 -> model.remove(key);
                case 7 -> model.replace(key, value);
                case 8 -> null;
                default -> model.get(key);
            };
            DualStep step = take(choice, key, value);
            assertThat(step.result()).isEqualTo(expected);
            DualInvariants.check(table, step);
        }
        assertThat(visited()).isEqualTo(model);
        DualTable.Counters counters = table.counters();
        assertThat(List.of(counters.promotedByMisses(), counters.promotedByRange(), counters.rebuilds(), counters
                .entriesCopied(), counters.expunged())).allMatch(count -> count > 0);
    }

    private DualStep take(int choice, Long key, Long value) {
        return switch (choice) {
            case 0, 1, 2 -> DualStep.take(table, "Store", key, () -> table.store(key, value));
            case 3, 4 -> DualStep.take(table, "LoadOrStore", key, () -> table.loadOrStore(key, value));
            case 5, 6 -> DualStep.take(table, "LoadAndDelete", key, () -> table.loadAndDelete(key));
            case 7 -> DualStep.take(table, "Replace", key, () -> table.replace(key, value));
            case 8 -> DualStep.take(table, "Range", null, this::range);
            default -> DualStep.take(table, "Load", key, () -> table.load(key));
        };
    }

    private @Nullable Object range() {
        table.range(() -> {}, (_, _) -> true);
        return null;
    }

    private Map<Long, Long> visited() {
        Map<Long, Long> visited = new HashMap<>();
        table.range(() -> {}, (key, value) -> visited.put(key, value) == null);
        return visited;
    }

    @Test
    void asManyMissesAsDirtyKeysPromote() {
        table.store(1L, 1L);
        table.store(2L, 2L);
        table.load(9L);
        assertThat(table.counters().misses()).isEqualTo(1);
        table.load(9L);
        assertThat(table.counters().amended()).isFalse();
        assertThat(table.counters().promotedByMisses()).isEqualTo(1);
    }

    @Test
    void aReplaceThatMissesTheReadTableCountsAMissAndOneThatHitsItTakesNoLock() {
        table.store(1L, 1L);
        table.store(2L, 2L);
        assertThat(table.replace(1L, 3L)).isEqualTo(1L);
        assertThat(table.counters().misses()).isEqualTo(1);
        assertThat(table.replace(9L, 3L)).isNull();
        DualTable.Counters promoted = table.counters();
        assertThat(promoted.promotedByMisses()).isEqualTo(1);
        assertThat(table.replace(1L, 4L)).isEqualTo(3L);
        assertThat(table.replace(9L, 4L)).isNull();
        assertThat(table.counters()).isEqualTo(promoted);
    }

    @Test
    void aDeletedReadSlotIsExpungedByTheNextCopyAndRevivedByAStore() {
        table.store(1L, 1L);
        table.range(() -> {}, (_, _) -> true);
        table.loadAndDelete(1L);
        table.store(2L, 2L);
        assertThat(DualState.of(table).read()).containsEntry(1L, DualState.EXPUNGED);
        assertThat(table.replace(1L, 3L)).isNull();
        table.store(1L, 3L);
        assertThat(table.load(1L)).isEqualTo(3L);
        assertThat(DualState.of(table).dirty()).containsOnlyKeys(1L, 2L);
        assertThat(table.counters().misses()).isZero();
    }

    @Test
    void aRangeDoesNotSeeAKeyStoredByItsOwnCallback() {
        table.store(1L, 1L);
        table.range(() -> {}, (key, _) -> {
            assertThat(key).isEqualTo(1L);
            table.store(2L, 2L);
            return true;
        });
        assertThat(table.load(2L)).isEqualTo(2L);
    }

    @Test
    void aHeldRangeSeesTheTableThatItPromotedWhateverItsCallbackDoes() {
        table.store(1L, 1L);
        table.store(2L, 2L);
        List<Long> seen = new ArrayList<>();
        table.rangeHeld(() -> {}, (key, _) -> {
            seen.add(key);
            table.store(key + 10, 0L);
            table.load(99L);
            table.load(99L);
            return true;
        }, () -> {});
        assertThat(seen).containsExactlyInAnyOrder(1L, 2L);
        assertThat(visited()).containsOnlyKeys(1L, 2L, 11L, 12L);
    }
}
