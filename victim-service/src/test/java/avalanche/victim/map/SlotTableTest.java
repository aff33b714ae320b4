package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table against a HashMap, with hashes that spread and with hashes that do not. */
class SlotTableTest {
    /** A key whose hash only tells so many values apart; comparable, as a String is. */
    private record Key(int number, int hashes) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.number == number;
        }

        @Override
        public int hashCode() {
            return number % hashes;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 100_000})
    void isAMapWhateverTheHashesAre(int hashes) {
        SlotTable<Key, Integer> table = new SlotTable<>(0);
        Map<Key, DualSlot<Key, Integer>> model = new HashMap<>();
        Random random = new Random(hashes);
        for (int i = 0; i < 40_000; i++) {
            // Grows to some hundreds of keys, shrinks to few, grows again.
            boolean adds = random.nextInt(100) < (i / 4_000 % 2 == 0 ? 70 : 35);
            Key key = new Key(random.nextInt(600), hashes);
            if (!adds) {
                assertThat(table.remove(key)).isSameAs(model.remove(key));
            } else if (!model.containsKey(key)) {
                DualSlot<Key, Integer> slot = new DualSlot<>(key, i);
                table.add(slot);
                model.put(key, slot);
            }
            Key asked = new Key(random.nextInt(600), hashes);
            assertThat(table.get(asked)).isSameAs(model.get(asked));
            assertThat(table.size()).isEqualTo(model.size());
        }
        assertThat(model).isNotEmpty();
        assertThat(table.toMap()).isEqualTo(model);
    }

    @Test
    void keysOfOneHashAreFoundWithoutALongProbe() {
        SlotTable<Key, Integer> table = new SlotTable<>(0);
        int keys = 50_000;
        // With a probe as long as the keys are many this would take hours.
        for (int i = 0; i < keys; i++) {
            table.add(new DualSlot<>(new Key(i, 1), i));
        }
        for (int i = 0; i < keys; i += 500) {
            DualSlot<Key, Integer> slot = table.get(new Key(i, 1));
            assertThat(slot == null ? null : slot.value()).isEqualTo(i);
        }
        assertThat(table.size()).isEqualTo(keys);
    }
}
